package de.kimhub.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.Problem;
import de.kimhub.sharing.ExpectedMatrix.Cell;
import de.kimhub.sharing.ExpectedMatrix.ConsentState;
import de.kimhub.sharing.ExpectedMatrix.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped rules against the table that was written by hand from the law: nothing more, and nothing less. */
class SharingMatrixTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final Path RULES = Path.of("config/demo/sharing.yaml");

    private final ExpectedMatrix expected = new ExpectedMatrix();
    private final Sharing shipped = new Sharing(rules());
    private final Set<String> purposes = codes("zweck");

    @Test
    void everySenderRecipientEventTypeAndConsentStateIsAsTheTableSays() {
        List<String> differences = new ArrayList<>();
        long asked = 0;
        for (Party sender : kinds()) {
            for (Party recipient : kinds()) {
                for (EventType type : EventType.values()) {
                    for (ConsentState state : ConsentState.values()) {
                        asked++;
                        compare(sender, recipient, type, state).ifPresent(differences::add);
                    }
                }
            }
        }
        assertThat(differences).as("Mend %s, or decide it in %s", RULES, ExpectedMatrix.TABLE).isEmpty();
        assertThat(asked).isEqualTo(14L * 14 * EventType.values().length * 4);
    }

    @Test
    void rulesThatNameSingleInstancesGiveThemNoMoreThanTheirKindOfBody() throws IOException {
        List<Party> instances = instances();
        assertThat(instances).hasSizeGreaterThan(9);
        List<String> more = new ArrayList<>();
        for (Party sender : instances) {
            for (Party recipient : instances) {
                for (EventType type : EventType.values()) {
                    for (ConsentState state : ConsentState.values()) {
                        compare(sender, recipient, type, state).ifPresent(more::add);
                    }
                }
            }
        }
        assertThat(more).as("Mend %s, or decide it in %s", RULES, ExpectedMatrix.TABLE).isEmpty();
    }

    @Test
    void noRuleNamesAFieldThatMustNotTravelThisWay() throws IOException {
        List<String> tooMuch = new ArrayList<>();
        List<Party> parties = Stream.concat(kinds().stream(), instances().stream()).toList();
        for (Party sender : parties) {
            for (Party recipient : parties) {
                for (EventType type : EventType.values()) {
                    Set<Field> never = expected.row(sender.authority(), recipient.authority(), type).map(Row::never)
                            .orElse(Set.of());
                    shipped.rulesFor(sender, recipient, type).forEach(rule -> rule.fieldsFor(recipient).stream()
                            .filter(never::contains).forEach(field -> tooMuch.add(rule.id() + " passes on "
                                    + field.path() + " to " + recipient.authority())));
                }
            }
        }
        assertThat(tooMuch).isEmpty();
    }

    @Test
    void aNewKindOfBodyOrEventTypeIsDecidedInTheTable() {
        assertThat(codes("stelle")).as("A kind of body is new or gone: name it in the line 'stellen' of %s, and decide"
                        + " in %s what it may give and get. Until then nothing is passed on.", ExpectedMatrix.GROUPS,
                ExpectedMatrix.TABLE).isEqualTo(expected.bodies());
        assertThat(Arrays.stream(EventType.values()).map(EventType::code).collect(Collectors.toSet()))
                .as("An event type is new or gone: put it into a group of %s, and decide in %s who may get it. Until"
                        + " then nothing is passed on.", ExpectedMatrix.GROUPS, ExpectedMatrix.TABLE)
                .isEqualTo(expected.eventTypes());
    }

    @Test
    void whatTheTableDoesNotNameIsDenied() {
        Party unknown = new Party("neu", "eine-neue-art-von-stelle");
        for (Party known : kinds()) {
            for (EventType type : EventType.values()) {
                for (ConsentState state : ConsentState.values()) {
                    assertThat(decide(unknown, known, type, state)).isInstanceOf(SharingDecision.Withhold.class);
                    assertThat(decide(known, unknown, type, state)).isInstanceOf(SharingDecision.Withhold.class);
                }
            }
        }
        Sharing empty = new Sharing(SharingRules.NONE);
        assertThat(empty.decide(kinds().getFirst(), kinds().getLast(), EventType.CASE_OPENED,
                consents(ConsentState.WITH_RELEASE), true, TODAY)).isInstanceOf(SharingDecision.Withhold.class);
    }

    @Test
    void noTwoLinesOfTheTableDecideTheSame() {
        List<String> twice = new ArrayList<>();
        for (String sender : expected.bodies()) {
            for (String recipient : expected.bodies()) {
                for (EventType type : EventType.values()) {
                    List<Row> rows = expected.single(sender, recipient, type);
                    if (rows.size() > 1) {
                        twice.add(sender + " -> " + recipient + " " + type.code() + ": lines "
                                + rows.stream().map(row -> "" + row.line()).collect(Collectors.joining(", ")));
                    }
                }
            }
        }
        assertThat(twice).isEmpty();
        assertThat(expected.rows()).allSatisfy(row -> {
            assertThat(row.source()).as("line %s names no ground", row.line()).isNotBlank();
            assertThat(Stream.concat(row.from().stream(), row.to().stream()).filter(one -> !one.equals("*")))
                    .as("line %s", row.line()).allMatch(expected.bodies()::contains);
            assertThat(row.types().stream().filter(one -> !one.equals("*"))).as("line %s", row.line())
                    .allMatch(expected.eventTypes()::contains);
        });
    }

    private Optional<String> compare(Party sender, Party recipient, EventType type, ConsentState state) {
        Optional<Row> row = expected.row(sender.authority(), recipient.authority(), type);
        Cell cell = row.map(one -> one.cell(state)).orElse(Cell.NO);
        SharingDecision decision = decide(sender, recipient, type, state);
        boolean given = decision instanceof SharingDecision.Share;
        boolean byName = cell == Cell.ONE_BY_NAME && decision instanceof SharingDecision.Share share
                && share.rule().to().equals(Set.of("instance:" + recipient.instanceId()));
        return byName || given == (cell == Cell.YES) ? Optional.empty() : Optional.of("%s -> %s %s, %s: the table says %s (line %s,"
                .formatted(sender.instanceId(), recipient.instanceId(), type.code(), state, cell,
                        row.map(Row::line).orElse(0)) + " %s), the rules: %s".formatted(row.map(Row::source).orElse("-"),
                decision instanceof SharingDecision.Share share ? share.rule().id() : decision));
    }

    private SharingDecision decide(Party sender, Party recipient, EventType type, ConsentState state) {
        return shipped.decide(sender, recipient, type, consents(state), true, TODAY);
    }

    /** Of a person who consented to everything: what is withheld now, is withheld by the rules. */
    private List<Consent> consents(ConsentState state) {
        Set<String> everybody = Stream.concat(expected.bodies().stream(), Stream.of("eine-neue-art-von-stelle"))
                .collect(Collectors.toSet());
        Consent all = new Consent(1, 1, 1, null, purposes, everybody, everybody, Set.of(), TODAY.minusMonths(1),
                TODAY.plusMonths(1), state != ConsentState.WITHOUT_RELEASE, null, true, 1, false, false);
        return switch (state) {
            case NONE -> List.of();
            case WITH_RELEASE, WITHOUT_RELEASE -> List.of(all);
            case WITHDRAWN -> List.of(all.withdraw(TODAY.minusDays(1)));
        };
    }

    private List<Party> kinds() {
        return codes("stelle").stream().map(kind -> new Party("irgendeine-" + kind, kind)).toList();
    }

    /** Of the shipped installation, with the kind of body that its file, or its connector, names. */
    private static List<Party> instances() throws IOException {
        Map<String, Path> files = new LinkedHashMap<>();
        try (Stream<Path> folder = Files.list(Path.of("config/demo/instances"))) {
            folder.sorted().forEach(file -> files.put(file.getFileName().toString().replace(".yaml", ""), file));
        }
        List<Party> parties = new ArrayList<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            String connector = text(file.getValue(), "connector").orElseThrow();
            parties.add(new Party(file.getKey(), text(file.getValue(), "authority").or(() ->
                    text(Path.of("connectors", connector, "connector.yaml"), "authority")).orElseThrow()));
        }
        return parties;
    }

    private static Optional<String> text(Path file, String key) {
        return Optional.ofNullable(new ConfigReader(Path.of("").toAbsolutePath()).read(file, new ArrayList<>())
                .orElseThrow().text(key));
    }

    private static Set<String> codes(String list) {
        try (Stream<String> lines = Files.lines(Path.of("src/main/resources/codelists", list + ".csv"))) {
            return lines.filter(line -> !line.startsWith("#")).skip(1).map(line -> line.split(";")[0])
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static SharingRules rules() {
        List<Problem> problems = new ArrayList<>();
        SharingRules rules = SharingFile.read(new ConfigReader(Path.of("").toAbsolutePath())
                .read(RULES, problems).orElseThrow(), problems);
        assertThat(problems).isEmpty();
        return rules;
    }
}
