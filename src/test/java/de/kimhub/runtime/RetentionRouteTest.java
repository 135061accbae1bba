package de.kimhub.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

class RetentionRouteTest {

    @Test
    void deletesWhatHasExpiredSoonAfterTheStart() throws Exception {
        Deleting deleting = new Deleting();
        HubHome home = HubHome.find();
        try (CamelContext camel = RouteTesting.context(home, null)) {
            camel.getRegistry().bind("retentionRun", deleting);
            Properties settings = new Properties();
            settings.setProperty("hub.retention-delay", "10");
            camel.getPropertiesComponent().setInitialProperties(settings);
            RouteTesting.load(camel, home, "errors", "retention");
            camel.start();

            assertThat(deleting.called.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Stands for {@code RetentionRun}. */
    public static final class Deleting {

        private final CountDownLatch called = new CountDownLatch(1);

        public int run() {
            called.countDown();
            return 0;
        }
    }
}
