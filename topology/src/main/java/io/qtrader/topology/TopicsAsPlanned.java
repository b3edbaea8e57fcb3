package io.qtrader.topology;

import io.qtrader.client.ClientProperties;
import io.qtrader.client.TopicCheck;
import io.qtrader.client.TopicFinding;
import io.qtrader.client.TopicPlan;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** What every shell asks of the topics before it starts. */
public final class TopicsAsPlanned {

    private TopicsAsPlanned() {}

    /**
     * Refuses to go on where the topics are not as the plan says.
     *
     * @param properties the whole configuration
     * @param dev whether a cluster without replication is good enough
     * @throws StopException with the first finding
     * @throws io.qtrader.client.ClusterException if the cluster does not answer
     */
    public static void require(Map<String, ?> properties, boolean dev) {
        Object bootstrap = properties.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG);
        List<TopicFinding> findings;
        try (Admin admin = Admin.create(ClientProperties.admin(properties))) {
            findings = new TopicCheck(admin, TopicPlan.of(properties, dev), bootstrap).findings();
        }
        if (!findings.isEmpty()) {
            int more = findings.size() - 1;
            throw new StopException(
                    findings.get(0)
                            + (more == 0 ? "" : " (and " + more + " more: see topics check)"));
        }
    }
}
