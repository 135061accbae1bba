package de.kimhub.runtime.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.remoting.impl.invm.InVMAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;

/** How the embedded broker runs: durable queues, small, and of the same queue a wake-up only once. */
final class BrokerSettings {

    /** Flushes of the journal are not held back longer than a disk's own sync takes. */
    private static final int FLUSH_NANOS = 150_000;
    private static final int JOURNAL_FILE = 1024 * 1024;
    private static final String ROLE = "hub";

    private final Path journal;
    private final int port;
    private final int serverId = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);

    BrokerSettings(Path journal, int port) {
        this.journal = journal;
        this.port = port;
    }

    String localUrl() {
        return "vm://" + serverId + "?" + QueueNames.CLIENT_OPTIONS;
    }

    String networkUrl() {
        return "tcp://127.0.0.1:" + port + "?" + QueueNames.CLIENT_OPTIONS;
    }

    SecurityConfiguration users(String user, String password) {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(user, password);
        users.addRole(user, ROLE);
        return users;
    }

    Configuration configuration() throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setName("kim-hub")
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalBufferTimeout_NIO(FLUSH_NANOS)
                .setJournalFileSize(JOURNAL_FILE)
                .setJournalMinFiles(2)
                .setJournalLockAcquisitionTimeout(10_000)
                .setJournalDirectory(journal.resolve("journal").toString())
                .setBindingsDirectory(journal.resolve("bindings").toString())
                .setLargeMessagesDirectory(journal.resolve("large").toString())
                .setPagingDirectory(journal.resolve("paging").toString())
                .setNodeManagerLockDirectory(journal.resolve("lock").toString());
        configuration.setSecurityEnabled(true)
                .setJMXManagementEnabled(false)
                .setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.LOG)
                .setMaxDiskUsage(-1)
                .setScheduledThreadPoolMaxSize(2)
                .setThreadPoolMaxSize(16);
        configuration.addAcceptorConfiguration(new TransportConfiguration(InVMAcceptorFactory.class.getName(),
                Map.of("serverId", serverId), "vm"));
        configuration.addAcceptorConfiguration(new TransportConfiguration(NettyAcceptorFactory.class.getName(),
                Map.of("host", "127.0.0.1", "port", port, "protocols", "CORE"), "tcp"));
        configuration.putSecurityRoles("#", Set.of(role()));
        configuration.addAddressSetting("#", new AddressSettings()
                .setMaxDeliveryAttempts(-1)
                .setAutoCreateAddresses(true)
                .setAutoCreateQueues(true));
        configuration.addAddressConfiguration(queue(QueueNames.WORK));
        configuration.addAddressConfiguration(queue(QueueNames.DELIVERY));
        return configuration;
    }

    private static CoreAddressConfiguration queue(String name) {
        return new CoreAddressConfiguration()
                .setName(name)
                .addRoutingType(RoutingType.ANYCAST)
                .addQueueConfig(QueueConfiguration.of(name)
                        .setRoutingType(RoutingType.ANYCAST)
                        .setDurable(true)
                        .setLastValue(true)
                        .setLastValueKey(QueueNames.SAME_WORK));
    }

    private static Role role() {
        return new Role(ROLE, true, true, true, true, true, true, false, true, true, true, false, false);
    }
}
