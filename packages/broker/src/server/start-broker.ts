import { randomUuid } from "@naru/protocol";
import { silentLogger, type Logger, type Runtime } from "@naru/runtime";
import { FetchSessionCache } from "../apis/fetch-session-cache.ts";
import { apiTable, requestTable } from "../apis/table.ts";
import { HotTail } from "../log/hot-tail.ts";
import { WriteTurn } from "../log/write-turn.ts";
import type { BrokerConfig } from "../metadata/config/broker-config.ts";
import type { Endpoint } from "../metadata/config/listeners.ts";
import type { ParsedBrokerConfig } from "../metadata/config/parse-broker-config.ts";
import { servedFeatures } from "../metadata/feature-levels.ts";
import { SocketServer, type ListenerAddress } from "../network/socket-server.ts";
import { Replicas } from "../partition/replicas.ts";
import { BrokerLifecycle } from "./broker-lifecycle.ts";
import { readBrokerOptions, type BrokerOptions } from "./broker-options.ts";
import { BrokerServices } from "./broker-services.ts";
import type { Broker } from "./broker.ts";
import { ClusterConfigs } from "./cluster-configs.ts";
import { closeCoordinators, coordinatorsOf } from "./coordinators.ts";
import { Housekeeping } from "./housekeeping.ts";
import { Logs } from "./logs.ts";
import { MetadataPublisher } from "./metadata-publisher.ts";
import { networkLimitsOf } from "./network-settings.ts";
import { openData, type OpenedData } from "./opened-data.ts";
import { ProducerIds } from "./producer-ids.ts";
import { publishedController } from "./published-controller.ts";
import { RunningBroker } from "./running-broker.ts";

const MEMORY_FOLDER = "/naru-in-memory";

/**
 * Starts a broker in this process and resolves once clients may produce to it. Without `dataDir` it
 * keeps everything in memory; several run side by side, each on a free port of its own.
 *
 * Rejects with a ConfigError (all that is wrong at once), or with what is wrong with the folder.
 */
export async function startBroker(options: BrokerOptions = {}): Promise<Broker> {
  const isInMemory = options.memory ?? (options.dataDir === undefined && !namesFolder(options));
  const settings = readBrokerOptions(isInMemory ? inMemory(options) : options);
  const logger = options.logger ?? silentLogger;
  for (const note of settings.notes) logger.warn(note);
  const runtime = options.runtime ?? (await machineRuntime(isInMemory));
  const start = new BrokerStart({ runtime, logger, settings });
  try {
    return await start.run({ isInMemory, ownsRuntime: options.runtime === undefined });
  } catch (error) {
    await start.undo();
    if (options.runtime === undefined) await runtime.workers.close();
    throw error;
  }
}

/** A test need not wait for members of a group: the same keys, set before the user's own. */
const quickGroups = {
  "group.initial.rebalance.delay.ms": "0",
  "group.consumer.assignment.interval.ms": "0",
  "group.consumer.min.heartbeat.interval.ms": "100",
  "group.consumer.heartbeat.interval.ms": "100",
} as const;

function inMemory(options: BrokerOptions): BrokerOptions {
  const quick = Object.entries(quickGroups).map(([key, value]) => ({
    key,
    value,
    source: "memory mode",
  }));
  const configEntries = [...quick, ...(options.configEntries ?? [])];
  return { ...options, configEntries, dataDir: MEMORY_FOLDER };
}

/** The steps of a start, with what was begun, so that a failed start leaves nothing behind. */
class BrokerStart {
  readonly #runtime: Runtime;
  readonly #logger: Logger;
  readonly #settings: ParsedBrokerConfig;
  readonly #undo: (() => void | Promise<void>)[] = [];
  /** Ends what would wait for ever once something has failed. */
  readonly #stopWaiting: (() => void)[] = [];
  #running: RunningBroker | undefined;
  #failure: unknown;

  constructor(options: { runtime: Runtime; logger: Logger; settings: ParsedBrokerConfig }) {
    this.#runtime = options.runtime;
    this.#logger = options.logger;
    this.#settings = options.settings;
  }

  async run(how: { isInMemory: boolean; ownsRuntime: boolean }): Promise<Broker> {
    const runtime = this.#runtime;
    const logger = this.#logger;
    const data = await openData({
      runtime,
      logger,
      settings: this.#settings,
      onFailure: (error) => this.#fail(error),
    });
    this.#undo.push(() => data.folder.release());
    this.#undo.push(() => data.metadataLog.close());
    this.#undo.push(() => data.controller.close());
    const { configs, logs, replicas, publisher } = this.#localState(data);
    this.#undo.push(() => logs.close({ clean: false }));
    this.#undo.push(() => publisher.close());
    this.#stopWaiting.push(() => void publisher.close());
    const config = (): BrokerConfig => configs.broker;
    const lifecycle = this.#lifecycle(data, { publisher });
    const producerIds = new ProducerIds(data.controller, () => lifecycle.identity);
    const local = { runtime, logger, replicas, publisher, configs };
    const coordinators = coordinatorsOf({ ...local, producerIds });
    this.#undo.push(() => closeCoordinators(coordinators));
    await logs.tidy(data.controller.image.topics);
    this.#undo.push(data.controller.subscribe((delta) => publisher.take(delta)));
    await publisher.whenPublished(data.controller.image.offset);
    this.#throwIfFailed();
    const recovery = logs.describeRecovery();
    if (recovery !== undefined) logger.warn(recovery);

    const controller = publishedController(data.controller, publisher);
    const services = new BrokerServices({
      nodeId: data.folder.nodeId,
      clusterId: data.folder.clusterId,
      clock: runtime.clock,
      logger,
      controller,
      publisher,
      configs,
      replicas,
      producerIds,
      ...coordinators,
      kraftVersion: data.metadataLog.quorum.kraftVersion,
      disk: runtime.disk,
      logDir: data.folder.path,
    });
    this.#stopWaiting.push(() => lifecycle.stop());
    const server = await this.#listen(services);
    this.#undo.push(() => server.close(0));
    publisher.onPublished(() => server.updateLimits(networkLimitsOf(configs.broker)));
    await lifecycle.register(advertised(this.#settings, server.endpoints));
    this.#undo.push(() => lifecycle.stop());
    await lifecycle.unfence();
    await publisher.whenPublished(data.controller.image.offset);
    this.#throwIfFailed();
    server.open();

    const housekeeping = new Housekeeping({
      clock: runtime.clock,
      logger,
      logs,
      publisher,
      config,
      onFailure: (error) => this.#fail(error),
    });
    const parts = { runtime, logger, data, logs, replicas, publisher, lifecycle, coordinators };
    this.#running = new RunningBroker({ ...parts, housekeeping, server, ...how });
    return this.#running;
  }

  async undo(): Promise<void> {
    for (const step of this.#undo.toReversed()) {
      try {
        await step();
      } catch (error) {
        this.#logger.warn(`After a failed start: ${String(error)}`);
      }
    }
  }

  #localState(data: OpenedData): {
    configs: ClusterConfigs;
    logs: Logs;
    replicas: Replicas;
    publisher: MetadataPublisher;
  } {
    const { config, layers } = this.#settings;
    const { nodeId } = data.folder;
    const configs = new ClusterConfigs({
      fixed: layers.fixed,
      nodeId,
      image: data.controller.image.configs,
    });
    const onFailure = (error: unknown): void => this.#fail(error);
    const logs = new Logs({
      runtime: this.#runtime,
      logger: this.#logger,
      folder: data.folder,
      tail: new HotTail(config.naruHotTailBytes),
      turn: new WriteTurn(this.#runtime.clock),
      decompressedBatchBytesMax: config.naruDecompressedBatchMaxBytes,
      onDiskFailure: onFailure,
    });
    const replicas = new Replicas();
    const acksAllFlush = config.naruAcksAllFlush === "page-cache" ? "page-cache" : "disk";
    const publisher = new MetadataPublisher({
      nodeId,
      replicas,
      logs,
      configs,
      acksAllFlush,
      logger: this.#logger,
      onFailure,
    });
    return { configs, logs, replicas, publisher };
  }

  #lifecycle(data: OpenedData, { publisher }: { publisher: MetadataPublisher }): BrokerLifecycle {
    const { config } = this.#settings;
    const { folder } = data;
    return new BrokerLifecycle({
      clock: this.#runtime.clock,
      logger: this.#logger,
      controller: data.controller,
      identity: {
        brokerId: folder.nodeId,
        clusterId: folder.clusterId,
        incarnationId: randomUuid(this.#runtime.random),
        features: [...servedFeatures].map(([name, { min, max }]) => ({
          name,
          minSupportedVersion: min,
          maxSupportedVersion: max,
        })),
        rack: config.brokerRack,
        logDirs: [folder.directoryId],
        previousBrokerEpoch: folder.cleanShutdown?.brokerEpoch ?? -1,
      },
      heartbeatIntervalMs: config.brokerHeartbeatIntervalMs,
      registrationTimeoutMs: config.initialBrokerRegistrationTimeoutMs,
      appliedOffset: () => publisher.image.offset,
    });
  }

  #listen(services: BrokerServices): Promise<SocketServer> {
    const { runtime, logger } = { runtime: this.#runtime, logger: this.#logger };
    const fetchSessions = new FetchSessionCache({
      clock: runtime.clock,
      random: runtime.random.fork("fetch-sessions"),
      slots: services.config().maxIncrementalFetchSessionCacheSlots,
    });
    const apis = apiTable({
      cluster: services,
      records: services,
      groups: services,
      writes: services,
      transactions: services,
      fetchSessions,
    });
    return SocketServer.listen({
      runtime,
      logger,
      listeners: this.#settings.listeners.listeners.map(({ listenerName, host, port }) => ({
        name: listenerName,
        host: host === "" ? "0.0.0.0" : host,
        port,
      })),
      table: requestTable(apis),
      limits: networkLimitsOf(services.config()),
      backlog: services.config().socketListenBacklogSize,
      isHeld: true,
      onBug: (error) => this.#fail(error),
    });
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    if (this.#running !== undefined) this.#running.fail(error);
    else for (const stop of this.#stopWaiting) stop();
  }

  #throwIfFailed(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}

/** What clients are told: as configured, with the port that was found where it was left open. */
function advertised(
  { listeners }: ParsedBrokerConfig,
  bound: readonly ListenerAddress[],
): { name: string; host: string; port: number; securityProtocol: number }[] {
  return listeners.advertised.map((endpoint: Endpoint) => {
    const listener = bound.find(({ name }) => name === endpoint.listenerName);
    return {
      name: endpoint.listenerName,
      host: endpoint.host === "" ? "localhost" : endpoint.host,
      port: endpoint.port === 0 ? (listener?.port ?? 0) : endpoint.port,
      securityProtocol: PLAINTEXT,
    };
  });
}

/** Kafka's number of the only security protocol that is served yet. */
const PLAINTEXT = 0;

function namesFolder({ config = {}, configEntries = [] }: BrokerOptions): boolean {
  const isFolder = (key: string): boolean => key === "log.dirs" || key === "log.dir";
  return Object.keys(config).some(isFolder) || configEntries.some(({ key }) => isFolder(key));
}

async function machineRuntime(isInMemory: boolean): Promise<Runtime> {
  const { memoryRuntime, nodeRuntime } = await import("@naru/runtime/node");
  return isInMemory ? memoryRuntime() : nodeRuntime();
}
