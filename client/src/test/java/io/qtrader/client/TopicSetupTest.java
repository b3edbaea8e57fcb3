package io.qtrader.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicSetupTest {

    private final Admin admin = Admin.create(ClientProperties.admin(TestBroker.config()));

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void createsWhatIsMissingAndThenFindsNothing() throws Exception {
        TopicPlan plan = plan("setup.", 3);

        assertThat(check(plan).findings()).hasSize(Topic.values().length);
        assertThat(setup(plan).create())
                .hasSize(Topic.values().length)
                .contains("setup.journal", "setup.topic-ids");
        awaitTopics(plan);

        assertThat(check(plan).findings()).isEmpty();
        assertThat(setup(plan).create()).isEmpty();
        assertThat(check(plan).journalPartitions()).hasValue(3);
    }

    @Test
    void saysWhatIsWrongAndWhatToDo() throws Exception {
        TopicPlan plan = plan("wrong.", 2);
        NewTopic fills = new NewTopic("wrong.fills", 5, (short) 1);
        NewTopic intents = new NewTopic("wrong.intents", 7, (short) 1);
        admin.createTopics(List.of(fills, intents)).all().get();
        setup(plan).create();
        awaitTopics(plan);
        alter("wrong.journal", "retention.ms", "1000");
        alter("wrong.dead-letters", "max.message.bytes", "1000000");
        alter("wrong.quotes", "retention.ms", "-1");
        alter("wrong.controls", "max.message.bytes", "3000000");

        List<String> found = check(plan).findings().stream().map(Object::toString).toList();

        String alter = "kafka-configs --bootstrap-server " + TestBroker.bootstrap() + " --alter";
        assertThat(found)
                .contains(
                        "wrong.fills: number of partitions is 5, must be 2: outputs have the"
                                + " journal's partitions: delete it and run topics create")
                .contains(
                        "wrong.journal: retention.ms is 1000, must be -1: " + alter
                                + " --entity-type topics --entity-name wrong.journal"
                                + " --add-config retention.ms=-1")
                .anyMatch(
                        f ->
                                f.startsWith(
                                        "wrong.journal: max.message.bytes is 2097176, must be"
                                                + " 4048588 or more, because an input takes"
                                                + " 3000000: "))
                .anyMatch(f -> f.startsWith("wrong.dead-letters: max.message.bytes is 1000000,"))
                // Any number of partitions, any longer retention.
                .noneMatch(f -> f.startsWith("wrong.intents: number"))
                .noneMatch(f -> f.startsWith("wrong.quotes"));
    }

    @Test
    void withoutDevDemandsCopies() throws Exception {
        TopicPlan dev = plan("copies.", 1);
        setup(dev).create();
        awaitTopics(dev);
        TopicPlan strict = new TopicPlan(new TopicNames("copies."), 1, 3, false);

        assertThat(check(strict).findings())
                .extracting(TopicFinding::setting)
                .contains("replication factor", "min.insync.replicas")
                .hasSize(2 * Topic.values().length);
        assertThatThrownBy(() -> setup(new TopicPlan(new TopicNames("c."), 1, 3, false)).create())
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("3 copies need as many brokers")
                .hasMessageContaining("--dev");
        assertThatThrownBy(() -> new TopicPlan(TopicNames.DEFAULT, 1, 1, false))
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("qtrader.replication is 1");
    }

    @Test
    void neverChangesTheNumberOfJournalPartitions() throws Exception {
        admin.createTopics(List.of(new NewTopic("fixed.journal", 2, (short) 1))).all().get();
        TopicPlan plan = plan("fixed.", 3);
        Awaitility.await().until(() -> check(plan).journalPartitions().isPresent());

        assertThatThrownBy(() -> setup(plan).create())
                .isInstanceOf(SetupException.class)
                .hasMessage(
                        "topic fixed.journal has 2 partitions, planned are 3: a journal's"
                                + " partitions never change, set qtrader.partitions=2");
        assertThat(admin.listTopics().names().get()).doesNotContain("fixed.fills");
        assertThat(check(plan).findings())
                .anyMatch(f -> f.toString().endsWith("set qtrader.partitions=2"));
    }

    @Test
    void aWrongPlanIsNoReasonToDeleteOutputs() throws Exception {
        TopicPlan made = plan("kept.", 2);
        setup(made).create();
        awaitTopics(made);

        assertThat(check(plan("kept.", 3)).findings())
                .extracting(Object::toString)
                .containsExactly(
                        "kept.journal: number of partitions is 2, must be 3: a journal's"
                                + " partitions never change: set qtrader.partitions=2");
    }

    @Test
    void aClusterThatIsNotThereIsOneLine() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        Map<String, Object> nowhere = new HashMap<>();
        nowhere.put("bootstrap.servers", "127.0.0.1:" + port);
        nowhere.put("default.api.timeout.ms", 1000);
        nowhere.put("request.timeout.ms", 500);
        try (Admin lost = Admin.create(nowhere)) {
            TopicCheck check = new TopicCheck(lost, plan("x.", 1), "127.0.0.1:" + port);

            assertThatThrownBy(check::findings)
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("(cluster 127.0.0.1:" + port)
                    .hasMessageEndingWith(
                            "check that the brokers run, bootstrap.servers, and that the topics"
                                    + " are there");
        }
    }

    @Test
    void readsThePlanFromTheConfiguration() {
        assertThat(TopicPlan.of(Map.of(), false))
                .isEqualTo(new TopicPlan(TopicNames.DEFAULT, 4, 3, false));
        assertThat(TopicPlan.of(Map.of("qtrader.prefix", "a.", "qtrader.partitions", "8"), true))
                .isEqualTo(new TopicPlan(new TopicNames("a."), 8, 1, true));
        assertThatThrownBy(() -> TopicPlan.of(Map.of("qtrader.partitions", "many"), true))
                .isInstanceOf(SetupException.class)
                .hasMessage("qtrader.partitions is \"many\": give a whole number");
        assertThatThrownBy(() -> TopicPlan.of(Map.of("qtrader.partitions", 0), true))
                .isInstanceOf(SetupException.class);
    }

    @Test
    void topicIdsAreReadAndAdopted() throws Exception {
        TopicPlan plan = plan("ids.", 1);
        setup(plan).create();
        awaitTopics(plan);
        TopicIds ids = new TopicIds(TestBroker.config(), plan.names());
        assertThat(ids.adopted()).isEmpty();
        Map<String, String> current = ids.current(admin);
        assertThat(current.keySet())
                .isEqualTo(
                        Set.of(
                                "ids.intents",
                                "ids.executions",
                                "ids.positions",
                                "ids.quotes",
                                "ids.controls"));

        ids.adopt(Map.of("ids.intents", "old"));
        ids.adopt(current);

        assertThat(ids.adopted()).isEqualTo(current);
        assertThat(current.get("ids.intents"))
                .isEqualTo(
                        admin.describeTopics(List.of("ids.intents"))
                                .allTopicNames()
                                .get()
                                .get("ids.intents")
                                .topicId()
                                .toString());
    }

    @Test
    void topicIdsThatAreNotThereAreOneLine() {
        TopicIds ids = new TopicIds(TestBroker.config(), new TopicNames("nobody."));

        assertThatThrownBy(ids::adopted)
                .isInstanceOf(SetupException.class)
                .hasMessageContaining("topic nobody.topic-ids is not there");
    }

    private TopicPlan plan(String prefix, int partitions) {
        return new TopicPlan(new TopicNames(prefix), partitions, 1, true);
    }

    private TopicSetup setup(TopicPlan plan) {
        return new TopicSetup(admin, plan, TestBroker.bootstrap());
    }

    private TopicCheck check(TopicPlan plan) {
        return new TopicCheck(admin, plan, TestBroker.bootstrap());
    }

    /** The broker learns of new topics a moment after the controller has made them. */
    private void awaitTopics(TopicPlan plan) {
        Set<String> names =
                plan.topics().stream().map(TopicSpec::name).collect(Collectors.toSet());
        Awaitility.await().until(() -> admin.listTopics().names().get().containsAll(names));
    }

    private void alter(String topic, String setting, String value) throws Exception {
        AlterConfigOp op = new AlterConfigOp(new ConfigEntry(setting, value), OpType.SET);
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(op))).all().get();
        Awaitility.await()
                .until(
                        () ->
                                admin.describeConfigs(List.of(resource))
                                        .all()
                                        .get()
                                        .get(resource)
                                        .get(setting)
                                        .value()
                                        .equals(value));
    }
}
