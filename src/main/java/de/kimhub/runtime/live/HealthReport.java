package de.kimhub.runtime.live;

import de.kimhub.connector.CurrentInstallation;
import de.kimhub.connector.Installation;
import de.kimhub.delivery.DeliveryProblem;
import de.kimhub.message.Problem;
import de.kimhub.operations.Health.Entry;
import de.kimhub.operations.Health.State;
import de.kimhub.runtime.RuntimeProblem;
import de.kimhub.runtime.transport.Instances;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** What this node finds wrong with its configuration and its ways. */
final class HealthReport {

    /** Name of this process among the nodes. */
    static final String NODE = host() + "/" + ProcessHandle.current().pid();

    private static final String RESTART = "HUB-CON-042";

    private final CurrentInstallation current;
    private final Instances instances;

    HealthReport(CurrentInstallation current, Instances instances) {
        this.current = current;
        this.instances = instances;
    }

    /** @param failed whether a change could not be taken up for another reason than an error in it */
    List<Entry> entries(boolean failed) {
        Installation now = current.now();
        List<Entry> entries = new ArrayList<>();
        if (failed) {
            entries.add(new Entry("config/" + now.name(), State.BROKEN, RuntimeProblem.RELOAD_FAILED.germanText() + " ["
                    + RuntimeProblem.RELOAD_FAILED.code() + "]"));
        }
        now.problems().forEach(problem -> entries.add(entry(problem)));
        instances.broken().forEach(way -> entries.add(new Entry(way.substring(0, way.indexOf(':')), State.BROKEN,
                way.substring(way.indexOf(':') + 2))));
        instances.interrupted().forEach(way -> entries.add(new Entry(way, State.BROKEN,
                DeliveryProblem.CIRCUIT_OPEN.germanText() + " [" + DeliveryProblem.CIRCUIT_OPEN.code() + "]")));
        now.leaving().keySet().stream().sorted().forEach(id -> entries.add(new Entry(id, State.NOTICE,
                now.instance(id).isPresent() ? "Ein früherer Weg wird noch abgearbeitet."
                        : "Wurde herausgenommen; was noch aussteht, wird abgearbeitet.")));
        return entries;
    }

    static Entry entry(Problem problem) {
        return new Entry(problem.place().toString(),
                problem.code().code().equals(RESTART) ? State.NOTICE : State.BROKEN,
                problem.code().germanText() + " (" + problem.text() + ") [" + problem.code().code() + "]");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException unnamed) {
            return "localhost";
        }
    }
}
