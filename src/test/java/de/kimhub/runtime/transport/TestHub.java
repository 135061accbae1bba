package de.kimhub.runtime.transport;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Endpoint;
import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.delivery.Transport;
import de.kimhub.message.Checkpoints;
import de.kimhub.runtime.HubHome;
import de.kimhub.runtime.RouteTesting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.camel.CamelContext;

/** The real routes and kamelets with instances of a test and an intake in memory. */
final class TestHub implements AutoCloseable {

    final FakeIntake intake;
    final CamelContext camel;
    final Instances instances;
    private final CurrentInstallation current;
    final Transport transport;

    TestHub(Path folder, Instance... instances) throws Exception {
        this(folder, new FakeIntake(), instances);
    }

    TestHub(Path folder, FakeIntake intake, Instance... instances) throws Exception {
        this.intake = intake;
        HubHome home = HubHome.find();
        current = new CurrentInstallation(installation(folder, instances));
        camel = RouteTesting.context(home, intake);
        Breakers breakers = new Breakers();
        this.instances = new Instances(current, home,
                new EmbeddedUrl(Optional.empty(), UnaryOperator.identity()), camel, breakers);
        camel.getRegistry().bind("pollMarks", new PollMarks(intake));
        camel.getRegistry().bind("instances", this.instances);
        RouteTesting.load(camel, home, "errors", "intake");
        camel.start();
        transport = new CamelTransport(this.instances, breakers, Checkpoints.NONE);
        this.instances.registerAll();
    }

    private static Installation installation(Path folder, Instance... instances) {
        Map<String, Instance> byId = new TreeMap<>();
        List.of(instances).forEach(instance -> byId.put(instance.id(), instance));
        return new Installation("test", folder, null, Optional.empty(), byId, List.of());
    }

    /** The files say something else from now on. */
    void become(Instance... others) {
        current.become(installation(current.now().folder(), others));
        instances.registerAll();
    }

    static Instance receiving(String id, String transport, Map<String, String> parameters) {
        return instance(id, new Endpoint(transport, parameters), null);
    }

    static Instance delivering(String id, String transport, Map<String, String> parameters) {
        return instance(id, null, new Endpoint(transport, parameters));
    }

    private static Instance instance(String id, Endpoint receive, Endpoint deliver) {
        return new Instance(id, id, new Connector(null, null, "1", null), "05758", "sonstige",
                Optional.ofNullable(receive), Optional.ofNullable(deliver), Optional.empty(), 1, 100, "");
    }

    @Override
    public void close() {
        camel.stop();
    }
}
