package de.kimhub.connector;

import de.kimhub.message.TestOperation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A tool as it runs in this installation: {@code config/<x>/instances/<id>.yaml}.
 *
 * @param id               name of its file; in test operation one of its own, see {@link TestOperation}
 * @param title            German, for people: "AWO Bünde"
 * @param municipality     AGS, or the five digits of the Kreis
 * @param authority        code of the list {@code stelle}; the descriptor's unless the file says otherwise
 * @param receive          where the hub takes from it
 * @param deliver          where the hub gives to it
 * @param acknowledgements where its acknowledgements go
 * @param enrolment        where the list of its files of whom something is wanted goes
 * @param lanes            in how many lanes its cases are delivered, 1 to 32; fixed once something was delivered
 * @param batchSize        events in one sealed batch at the most
 * @param contact          who is to be told, as "unit, telephone"; may be empty
 * @param mode             whether anything really leaves it or reaches it
 * @param from             what happened before this day is known, but told to nobody
 * @param release          who is responsible for it, and since when it may be used
 */
public record Instance(String id, String title, Connector connector, String municipality, String authority,
                       Optional<Endpoint> receive, Optional<Endpoint> deliver, Optional<Endpoint> acknowledgements,
                       Optional<Endpoint> enrolment, int lanes, int batchSize, String contact, Mode mode,
                       Optional<LocalDate> from, Release release) {

    /** How much of an instance is in earnest. Stored by ordinal. */
    public enum Mode {
        LIVE,
        /** Everything but sending: received, translated, compared, linked and decided. */
        SHADOW,
        /** Nothing but marked test data, and those only from and to others that are in test; see {@link TestOperation}. */
        TEST
    }

    /** A live one. */
    public Instance(String id, String title, Connector connector, String municipality, String authority,
                    Optional<Endpoint> receive, Optional<Endpoint> deliver, Optional<Endpoint> acknowledgements,
                    int lanes, int batchSize, String contact) {
        this(id, title, connector, municipality, authority, receive, deliver, acknowledgements, Optional.empty(), lanes,
                batchSize, contact, Mode.LIVE, Optional.empty(), Release.NONE);
    }

    public boolean inShadow() {
        return mode == Mode.SHADOW;
    }

    public boolean inTest() {
        return mode == Mode.TEST;
    }

    /** Name of its file, without the ending. */
    public String fileName() {
        return TestOperation.fileName(id);
    }

    /** What has to be said before real data may go through it; empty when nothing is left. */
    public List<String> missingForRelease() {
        return ReleaseReader.missing(release);
    }

    /** The same, understood by another version of its connector. */
    public Instance with(Connector version) {
        return new Instance(id, title, version, municipality, authority, receive, deliver, acknowledgements,
                enrolment, lanes, batchSize, contact, mode, from, release);
    }

    /** With the ways out of a former version, where this one has none: for what is still on its way. */
    Instance withWaysOf(Instance former) {
        int lanesInUse = deliver.isEmpty() && former.deliver.isPresent() ? former.lanes : lanes;
        return new Instance(id, title, connector, municipality, authority, receive, deliver.or(former::deliver),
                acknowledgements.or(former::acknowledgements), enrolment.or(former::enrolment), lanesInUse, batchSize, contact, mode,
                from, release);
    }

    /** All of them. */
    public Stream<Endpoint> endpoints() {
        return Stream.of(receive, deliver, acknowledgements, enrolment).flatMap(Optional::stream);
    }

    /** Whether it may also get back what it gave: then echoes are looked for. */
    public boolean givesAndTakes() {
        return receive.isPresent() && deliver.isPresent();
    }
}
