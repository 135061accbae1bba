package de.kimhub.kit;

import de.kimhub.connector.Connector;
import de.kimhub.connector.Connectors;
import de.kimhub.connector.Instance;
import de.kimhub.message.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The connector check kit: a connector is tested by lying in its folder. */
public final class ConnectorKit {

    private ConnectorKit() {
    }

    /** Levels 0, 1, 2 and 4 of one connector folder, in the order of their levels. Never throws for what the folder holds. */
    public static List<CheckResult> check(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        List<Problem> problems = new ArrayList<>();
        Optional<Connector> connector = Connectors.loadOne(absolute, problems);
        List<CheckResult> results = new ArrayList<>();
        results.add(CheckResult.of(Level.LINT, absolute.getFileName().toString(), "the folder can be loaded", problems));
        connector.ifPresent(loaded -> results.addAll(check(KitFolder.of(loaded, Connectors.reader(absolute.getParent())))));
        return results;
    }

    /**
     * Level 3 of an instance.
     *
     * @param wire to the tool; the caller closes it
     */
    public static List<CheckResult> checkWire(Instance instance, Wire wire) {
        Connector connector = instance.connector();
        KitFolder folder = KitFolder.of(connector, Connectors.reader(connector.folder().getParent()));
        return guarded(folder, Level.WIRE,
                () -> new WireCheck(folder, wire).run(instance.receive().isPresent(), instance.deliver().isPresent()));
    }

    private static List<CheckResult> check(KitFolder folder) {
        List<CheckResult> results = new ArrayList<>();
        results.addAll(guarded(folder, Level.LINT, () -> LintCheck.run(folder)));
        results.addAll(guarded(folder, Level.SAMPLES, () -> new SamplesCheck(folder).run()));
        if (folder.receives()) {
            results.addAll(guarded(folder, Level.CONTRACT, () -> new ContractCheck(folder).run()));
        }
        results.addAll(guarded(folder, Level.CONTRACT, () -> new DeliveryCheck(folder).run()));
        results.addAll(guarded(folder, Level.ISOLATION, () -> List.of(new IsolationCheck(folder).run())));
        return results;
    }

    private static List<CheckResult> guarded(KitFolder folder, Level level, Supplier<List<CheckResult>> check) {
        try {
            return check.get();
        } catch (RuntimeException failure) {
            StackTraceElement[] trace = failure.getStackTrace();
            return List.of(folder.result(level, "the checks of this level run to their end",
                    List.of(folder.place("") + ": They end in " + failure.getClass().getSimpleName()
                            + (trace.length == 0 ? "" : " at " + trace[0]) + ". This is a fault of the hub, not of the"
                            + " folder: report it." + KitProblem.KIT_FAILED)));
        }
    }
}
