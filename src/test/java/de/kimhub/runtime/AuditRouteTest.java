package de.kimhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

class AuditRouteTest {

    @Test
    void signsWhatTheChainsAreSoonAfterTheStart() throws Exception {
        Signing signing = new Signing();
        HubHome home = HubHome.find();
        try (CamelContext camel = RouteTesting.context(home, null)) {
            camel.getRegistry().bind("auditCheckpoints", signing);
            Properties settings = new Properties();
            settings.setProperty("hub.audit-checkpoint-delay", "10");
            camel.getPropertiesComponent().setInitialProperties(settings);
            RouteTesting.load(camel, home, "errors", "audit");
            camel.start();

            assertThat(signing.called.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Stands for {@code AuditCheckpoints}. */
    public static final class Signing {

        private final CountDownLatch called = new CountDownLatch(1);

        public void write() {
            called.countDown();
        }
    }
}
