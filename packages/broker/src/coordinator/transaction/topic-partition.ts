/** A partition by its topic's name, as transactions name what they wrote to. */
export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}
