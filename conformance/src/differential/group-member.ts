import type { BrokerSide } from "./broker-side.ts";
import { WireConnection } from "../wire/connection.ts";

export interface OwnedTopic {
  readonly topicId: string;
  readonly partitions: readonly number[];
}

/** What a member was told last by one of the brokers. */
export interface Told {
  memberId: string;
  /** Member epoch or generation. */
  epoch: number;
  owned: readonly OwnedTopic[];
}

/** A member of a group of both brokers, of either protocol. */
export class GroupMember {
  readonly groupId: string;
  readonly instanceId: string | null;
  protocol: "consumer" | "classic";
  readonly #told = new Map<BrokerSide["name"], Told>();
  readonly #connections = new Map<BrokerSide["name"], WireConnection>();

  constructor(what: {
    readonly groupId: string;
    readonly memberId: string;
    readonly instanceId: string | null;
    readonly protocol: "consumer" | "classic";
  }) {
    this.groupId = what.groupId;
    this.instanceId = what.instanceId;
    this.protocol = what.protocol;
    for (const name of ["naru", "kafka"] as const) {
      this.#told.set(name, { memberId: what.memberId, epoch: 0, owned: [] });
    }
  }

  told({ name }: Pick<BrokerSide, "name">): Told {
    return this.#told.get(name)!;
  }

  /** One of its own: a member of a classic group may wait long for an answer. */
  async connection(side: BrokerSide): Promise<WireConnection> {
    let connection = this.#connections.get(side.name);
    if (connection === undefined || connection.isClosed) {
      connection = await WireConnection.open(side.broker);
      this.#connections.set(side.name, connection);
    }
    return connection;
  }

  close(): void {
    for (const connection of this.#connections.values()) connection[Symbol.dispose]();
    this.#connections.clear();
  }
}
