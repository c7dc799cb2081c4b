// Members of a group by franz-go; member-program.ts says what goes in and out.
package main

import (
	"context"
	"encoding/json"
	"io"
	"os"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/twmb/franz-go/pkg/kgo"
)

type member struct {
	name    string
	options map[string]string
}

var output = json.NewEncoder(os.Stdout)
var oneLine sync.Mutex

func main() {
	options := map[string]string{}
	for _, word := range os.Args[1:] {
		key, value, _ := strings.Cut(word, "=")
		options[key] = value
	}
	over, end := context.WithCancel(context.Background())
	var running sync.WaitGroup
	for i := range number(options["members"]) {
		one := member{options["name"] + "-" + strconv.Itoa(i), options}
		running.Go(func() { one.run(over) })
	}
	io.Copy(io.Discard, os.Stdin)
	end()
	running.Wait()
}

func (m member) run(over context.Context) {
	client, err := kgo.NewClient(m.settings()...)
	if err != nil {
		panic(err)
	}
	defer client.CloseAllowingRebalance()
	for over.Err() == nil {
		fetches := client.PollFetches(over)
		if records := fetches.Records(); len(records) > 0 {
			m.take(client, records)
		}
		client.AllowRebalance()
	}
}

func (m member) settings() []kgo.Opt {
	settings := []kgo.Opt{
		kgo.SeedBrokers(m.options["bootstrap"]),
		kgo.ConsumerGroup(m.options["group"]),
		kgo.ConsumeTopics(m.options["topic"]),
		kgo.ClientID(m.name),
		kgo.ConsumeResetOffset(kgo.NewOffset().AtStart()),
		kgo.DisableAutoCommit(),
		kgo.BlockRebalanceOnPoll(),
		kgo.FetchMaxWait(200 * time.Millisecond),
		kgo.SessionTimeout(time.Duration(number(m.options["sessionMs"])) * time.Millisecond),
		kgo.HeartbeatInterval(time.Duration(number(m.options["heartbeatMs"])) * time.Millisecond),
		kgo.OnPartitionsAssigned(m.changed("assigned")),
		kgo.OnPartitionsRevoked(m.changed("revoked")),
		kgo.OnPartitionsLost(m.changed("revoked")),
	}
	balancers := map[string]kgo.GroupBalancer{
		"range":              kgo.RangeBalancer(),
		"cooperative-sticky": kgo.CooperativeStickyBalancer(),
		"uniform":            kgo.StickyBalancer(),
	}
	settings = append(settings, kgo.Balancers(balancers[m.options["assignor"]]))
	if m.options["protocol"] == "consumer" {
		settings = append(settings, kgo.ServerSideBalancer())
	}
	return settings
}

func (m member) take(client *kgo.Client, records []*kgo.Record) {
	read := map[int32][]int64{}
	for _, record := range records {
		read[record.Partition] = append(read[record.Partition], record.Offset)
	}
	for partition, offsets := range read {
		m.say("records", map[string]any{"partition": partition, "offsets": offsets})
	}
	limited, end := context.WithTimeout(context.Background(), 10*time.Second)
	defer end()
	if err := client.CommitRecords(limited, records...); err != nil {
		m.say("refused", map[string]any{"message": err.Error()})
		return
	}
	for partition, offsets := range read {
		next := offsets[len(offsets)-1] + 1
		m.say("committed", map[string]any{"partition": partition, "offset": next})
	}
}

func (m member) changed(event string) func(context.Context, *kgo.Client, map[string][]int32) {
	return func(_ context.Context, _ *kgo.Client, partitions map[string][]int32) {
		if mine := partitions[m.options["topic"]]; len(mine) > 0 {
			m.say(event, map[string]any{"partitions": mine})
		}
	}
}

func (m member) say(event string, said map[string]any) {
	said["at"] = float64(time.Now().UnixMicro()) / 1000
	said["member"] = m.name
	said["event"] = event
	oneLine.Lock()
	defer oneLine.Unlock()
	output.Encode(said)
}

func number(text string) int {
	value, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	return value
}
