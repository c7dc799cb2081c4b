import type {
  GroupToAssign,
  MemberToAssign,
  PartitionsByTopic,
} from "../../../packages/broker/src/coordinator/group/consumer/assignor.ts";
import type { Dice } from "../differential/dice.ts";

const CHANGES = ["join", "leave", "subscribe", "grow", "nothing"] as const;

/** A group as it comes to be: each turn changes something, and what was assigned is its target. */
export class RandomGroup {
  readonly isHomogeneous: boolean;
  readonly #dice: Dice;
  readonly #topics = new Map<string, number>();
  readonly #members = new Map<string, MemberToAssign>();
  #joined = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
    this.isHomogeneous = dice.chance(0.5);
    for (let count = dice.between(1, 5); count > 0; count -= 1) {
      this.#topics.set(this.uuid(), dice.between(1, dice.chance(0.2) ? 60 : 9));
    }
    for (let count = dice.between(1, 8); count > 0; count -= 1) this.#join();
  }

  get topicIds(): string[] {
    return [...this.#topics.keys()];
  }

  /** The topics in this order, where the order of a set is seen. */
  group(order: readonly string[] = this.topicIds): GroupToAssign {
    const topics = order.map((id) => [id, topicOf(id, this.#topics.get(id)!)] as const);
    const members = Array.from(this.#members, ([memberId, member]) => {
      const topicIds = new Set(order.filter((id) => member.topicIds.has(id)));
      return [memberId, { ...member, topicIds }] as const;
    });
    return {
      members: new Map(members),
      topics: new Map(topics),
      isHomogeneous: this.isHomogeneous,
    };
  }

  /** The answer becomes the target, then something happens. */
  goOn(assignment: ReadonlyMap<string, PartitionsByTopic>): void {
    for (const [memberId, member] of this.#members) {
      this.#members.set(memberId, { ...member, target: assignment.get(memberId) ?? new Map() });
    }
    for (let count = this.#dice.between(1, 3); count > 0; count -= 1) this.#change();
  }

  uuid(): string {
    const bytes = Buffer.from(Array.from({ length: 16 }, () => this.#dice.below(256)));
    return bytes.toString("base64url");
  }

  #change(): void {
    const [firstId] = this.#dice.some([...this.#members.keys()], 1);
    switch (this.#dice.pick(CHANGES)) {
      case "join":
        return this.#join();
      case "leave":
        if (this.#members.size > 1) this.#members.delete(firstId!);
        return;
      case "subscribe":
        return this.#subscribe(firstId!);
      case "grow": {
        const id = this.#dice.pick(this.topicIds);
        this.#topics.set(id, this.#topics.get(id)! + this.#dice.between(1, 4));
        return;
      }
      case "nothing":
    }
  }

  #join(): void {
    this.#joined += 1;
    const isStatic = this.#dice.chance(0.3);
    this.#members.set(this.uuid(), {
      instanceId: isStatic ? `instance-${(this.#joined * 7) % 10}-${this.#joined}` : null,
      rackId: null,
      topicIds: this.#subscription(),
      target: new Map(),
    });
  }

  #subscribe(memberId: string): void {
    const topicIds = new Set(this.#dice.some(this.topicIds, this.#dice.between(1, 5)));
    for (const [each, member] of this.#members) {
      if (this.isHomogeneous || each === memberId) {
        this.#members.set(each, { ...member, topicIds });
      }
    }
  }

  #subscription(): Set<string> {
    const [anyone] = this.#members.values();
    if (this.isHomogeneous) return new Set(anyone?.topicIds ?? this.topicIds);
    return new Set(this.#dice.some(this.topicIds, this.#dice.between(0, this.#topics.size)));
  }
}

function topicOf(id: string, partitionCount: number) {
  return { id, name: id, partitionCount, racksOf: () => [] };
}
