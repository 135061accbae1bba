package de.kimhub.steering.catalogue;

import de.kimhub.message.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * {@code steering.yaml} as it is now; with an error, as it was when it last had none. Whoever does something with several steps
 * asks once and keeps what it got until the end of it.
 */
public final class CurrentSettings {

    private final AtomicReference<Read> latest;

    private record Read(SteeringSettings settings, List<Problem> problems) {

        static Read from(Path installation) {
            List<Problem> problems = new ArrayList<>();
            SteeringSettings settings = SettingsFile.load(installation, problems);
            return new Read(settings, List.copyOf(problems));
        }
    }

    private CurrentSettings(Read first) {
        this.latest = new AtomicReference<>(first);
    }

    /** @param installation its folder */
    public static CurrentSettings of(Path installation) {
        return new CurrentSettings(Read.from(installation));
    }

    public static CurrentSettings of(SteeringSettings settings) {
        return new CurrentSettings(new Read(settings, List.of()));
    }

    public SteeringSettings now() {
        return latest.get().settings();
    }

    /** Why the file as it stands is not taken up. */
    public List<Problem> problems() {
        return latest.get().problems();
    }

    /** Reads the file anew. @return whether anything is different now */
    public boolean read(Path installation) {
        Read before = latest.get();
        Read file = Read.from(installation);
        Read next = file.problems().isEmpty() ? file : new Read(before.settings(), file.problems());
        latest.set(next);
        return !next.equals(before);
    }
}
