package de.kimhub.runtime.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.runtime.transport.Instances;
import de.kimhub.testing.StartsHub;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances come and go, and leave no route, endpoint, bean, pool or thread behind. */
@StartsHub
class TwoHundredInstancesTest {

    private static final int FILES = 180;
    private static final int TABLES = 20;
    private static final int ACKNOWLEDGED = 20;

    @TempDir
    Path temp;

    /** A thread is born into the group of the one that starts it: here are this hub's, and none of tests that run beside. */
    private final ThreadGroup own = new ThreadGroup("two hundred instances");

    @Test
    void two_hundred_instances_added_and_removed_leave_nothing_behind() throws Exception {
        FutureTask<Void> work = new FutureTask<>(this::addAndRemove, null);
        new Thread(own, work).start();
        work.get();
    }

    private void addAndRemove() {
        try (LiveHub live = new LiveHub(temp)) {
            live.mkdirs("tools/stays/in");
            live.instance("stays", "jobcenter-csv", "receive: {transport: file, folder: ../../tools/stays/in}\n");
            live.start().reload();
            settle(live, 1);
            Map<String, Integer> before = counts(live);
            Set<String> threadsBefore = threads();

            add(live);
            live.reload();
            assertThat(live.hub.bean(CurrentInstallation.class).now().problems()).isEmpty();
            assertThat(live.hub.instances().broken()).isEmpty();
            settle(live, 1 + FILES * 2 + TABLES * 2 + ACKNOWLEDGED);
            Map<String, Integer> with = counts(live);
            assertThat(with.get("routes")).isGreaterThan(before.get("routes") + 200);
            await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                    assertThat(counts(live).get("pools")).isGreaterThanOrEqualTo(TABLES));

            remove(live);
            live.reload();
            live.tend();

            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                    assertThat(counts(live)).isEqualTo(before);
                assertThat(threads()).isSubsetOf(threadsBefore);
            });
        }
    }

    private static void add(LiveHub live) {
        for (int i = 0; i < FILES; i++) {
            String place = "tools/f" + i;
            live.mkdirs(place + "/in", place + "/out", place + "/ack");
            live.instance("f" + i, "wohlfahrt-csv", """
                    receive: {transport: file, folder: ../../%1$s/in}
                    deliver: {transport: file, folder: ../../%1$s/out}
                    """.formatted(place)
                    + (i < ACKNOWLEDGED ? "acknowledgements: {transport: file, folder: ../../" + place + "/ack}\n" : ""));
        }
        for (int i = 0; i < TABLES; i++) {
            live.instance("t" + i, "einbuergerung-jdbc", """
                    receive: {transport: jdbc, url: "embedded:tool", view: none, changedAt: a, id: b, delay: "300"}
                    deliver: {transport: jdbc, url: "embedded:tool", table: t%1$d, receiptTable: r%1$d}
                    """.formatted(i));
        }
    }

    private static void remove(LiveHub live) {
        for (int i = 0; i < FILES; i++) {
            live.delete("config/test/instances/f" + i + ".yaml");
        }
        for (int i = 0; i < TABLES; i++) {
            live.delete("config/test/instances/t" + i + ".yaml");
        }
    }

    private static void settle(LiveHub live, int ways) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() ->
                assertThat(live.hub.bean(Instances.class).count()).isEqualTo(ways));
    }

    private Map<String, Integer> counts(LiveHub live) {
        CamelContext camel = live.hub.bean(CamelContext.class);
        ModelCamelContext model = (ModelCamelContext) camel;
        Map<String, Integer> counts = new TreeMap<>();
        counts.put("routes", camel.getRoutes().size());
        counts.put("routes ever", camel.getRoutesSize());
        counts.put("definitions", model.getRouteDefinitions().size());
        counts.put("endpoints", camel.getEndpoints().size());
        counts.put("services", camel.hasServices(org.apache.camel.Service.class).size());
        counts.put("pools", (int) alive().filter(thread -> thread.getName().startsWith("tool")).count());
        counts.put("breakers", live.hub.bean(Instances.class).breakerCount());
        return counts;
    }

    private Stream<Thread> alive() {
        Thread[] threads = new Thread[own.activeCount() * 2 + 100];
        return Stream.of(threads).limit(own.enumerate(threads, true));
    }

    /**
     * Without their numbers: pools come and go. Those of the waiting test do not count, nor the broker's and its client's: they serve the
     * whole hub, and begin and end when there is something to do, whoever is connected.
     */
    private Set<String> threads() {
        return alive().map(Thread::getName).filter(name -> !name.startsWith("awaitility") && !name.contains("activemq"))
                .map(name -> name.replaceAll("[0-9]+", "N")).collect(Collectors.toSet());
    }
}
