package de.kimhub.runtime.embedded;

import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Artemis inside the hub's process, with its journal in {@code broker} below the data folder. It carries wake-ups only:
 * a journal that is lost or unreadable costs the delay of a sweep.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String USER = "hub";

    private final EmbeddedActiveMQ server;
    private final BrokerAddress address;

    private EmbeddedBroker(EmbeddedActiveMQ server, BrokerAddress address) {
        this.server = server;
        this.address = address;
    }

    /**
     * @param data the hub's data folder
     * @param port for a second process on this machine, or 0 for any free one
     */
    public static EmbeddedBroker open(Path data, int port) {
        try {
            OwnerFiles.createFolder(data);
            return start(data, port == 0 ? freePort() : port);
        } catch (Exception first) {
            LOG.warn("The broker's journal cannot be used and is laid aside; the sweep finds all work again. [{}] {}",
                    RuntimeProblem.BROKER_START.code(), first.getClass().getSimpleName());
            return openAnew(data, port);
        }
    }

    private static EmbeddedBroker openAnew(Path data, int port) {
        try {
            Path journal = data.resolve("broker");
            if (Files.exists(journal)) {
                Files.move(journal, data.resolve("broker.unusable-" + System.currentTimeMillis()));
            }
            return start(data, port == 0 ? freePort() : port);
        } catch (Exception e) {
            throw new HubFailure(RuntimeProblem.BROKER_START, data + ": the embedded broker could not be started ("
                    + e.getMessage() + "). Free the port, or name another broker in hub.yaml.", e);
        }
    }

    /** How a second process joins the broker of the first. */
    public static BrokerAddress join(Path data) {
        try {
            return BrokerAddress.published(data);
        } catch (IOException e) {
            throw new HubFailure(RuntimeProblem.BROKER_START,
                    data + ": the hub that has this folder left no word of its broker. Start it again.", e);
        }
    }

    private static EmbeddedBroker start(Path data, int port) throws Exception {
        String password = OwnerFiles.newPassword();
        BrokerSettings settings = new BrokerSettings(data.resolve("broker"), port);
        var security = new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), settings.users(USER, password));
        EmbeddedActiveMQ server = new EmbeddedActiveMQ()
                .setConfiguration(settings.configuration())
                .setSecurityManager(security);
        try {
            server.start();
            if (!server.getActiveMQServer().waitForActivation(20, java.util.concurrent.TimeUnit.SECONDS)) {
                throw new IOException("the journal is locked by another process");
            }
        } catch (Exception e) {
            server.stop();
            throw e;
        }
        new BrokerAddress(settings.networkUrl(), USER, password).publish(data);
        return new EmbeddedBroker(server, new BrokerAddress(settings.localUrl(), USER, password));
    }

    /** Within this process. */
    public BrokerAddress address() {
        return address;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("The embedded broker did not stop in order. [{}] {}", RuntimeProblem.BROKER_START.code(),
                    e.getClass().getSimpleName());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
