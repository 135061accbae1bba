package de.kimhub.processing;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.FieldLabels;
import de.kimhub.privacy.AuditLog;
import de.kimhub.sharing.DisclosureBlocks;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says who got what, for the notice of a breach (Art. 33 DSGVO). Nothing of it is stored. */
@Component
public class IncidentReports {

    private static final Duration TIME = Duration.ofHours(72);

    private final JdbcTemplate jdbc;
    private final SourceCases cases;
    private final EventsOfPerson events;
    private final DisclosureBlocks blocks;
    private final FrozenPersons frozen;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    IncidentReports(JdbcTemplate jdbc, SourceCases cases, EventsOfPerson events, DisclosureBlocks blocks, FrozenPersons frozen,
                    TransactionTemplate transactions, AuditLog audit) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.events = events;
        this.blocks = blocks;
        this.frozen = frozen;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** Everything that was given of a person. Empty when the hub has no such file. */
    public Optional<IncidentReport> ofFile(String instance, String number, OffsetDateTime knownSince, String by) {
        return transactions.execute(status -> cases.findAnywhere(List.of(cases.digest(instance, number))).stream().findFirst()
                .map(file -> report("Alles, was von einer Person weitergegeben wurde", file.personId(), Optional.empty(),
                        knownSince, by)));
    }

    /** One event that should not have been given. Empty when there is none, or it concerns no person. */
    public Optional<IncidentReport> ofEvent(long event, OffsetDateTime knownSince, String by) {
        return transactions.execute(status -> jdbc.queryForList("select s.person_id from hub.event e "
                        + "join identity.source_case s on s.id = e.case_id where e.id = ?", Long.class, event).stream().findFirst()
                .map(person -> report("Ereignis " + event, person, Optional.of(event), knownSince, by)));
    }

    private IncidentReport report(String about, long person, Optional<Long> only, OffsetDateTime knownSince, String by) {
        List<Long> files = cases.ofPerson(person).stream().map(SourceCase::id).toList();
        boolean underBlock = !blocks.of(Set.of(person)).isEmpty();
        List<PersonReport.Event> concerned = events.of(files, underBlock).stream()
                .filter(event -> only.isEmpty() || event.number() == only.get()).filter(event -> !event.given().isEmpty()).toList();
        OffsetDateTime now = OffsetDateTime.now().truncatedTo(ChronoUnit.MINUTES);
        OffsetDateTime due = knownSince.plus(TIME);
        audit.add(by, "incident-reported", only.map(event -> "event " + event).orElse("file " + files.getFirst()),
                concerned.size(), "Art. 33 DSGVO");
        return new IncidentReport(now.toString(), about, knownSince.toString(), due.toString(),
                ChronoUnit.HOURS.between(now, due), 1, files.size(), concerned.size(), categories(concerned), underBlock,
                frozen.isFrozen(person), recipients(concerned));
    }

    /** By the part of the model in which the fields lie: name, address, measure, ... */
    private static List<IncidentReport.Category> categories(List<PersonReport.Event> events) {
        Map<String, Set<Long>> categories = new TreeMap<>();
        events.forEach(event -> event.given().stream().flatMap(given -> given.fields().stream()).forEach(field ->
                categories.computeIfAbsent(FieldLabels.of(field), name -> new TreeSet<>()).add(event.number())));
        return categories.entrySet().stream().map(one -> new IncidentReport.Category(one.getKey(), one.getValue().size()))
                .toList();
    }

    private static List<IncidentReport.Recipient> recipients(List<PersonReport.Event> events) {
        Map<String, List<IncidentReport.Given>> byInstance = new TreeMap<>();
        events.forEach(event -> event.given().forEach(given -> byInstance.computeIfAbsent(given.instance(),
                id -> new ArrayList<>()).add(new IncidentReport.Given(event.number(), event.type(), given.deliveredOn(),
                given.rule(), given.fields(), given.remark()))));
        return byInstance.entrySet().stream().map(entry -> recipient(entry.getKey(), entry.getValue())).toList();
    }

    private static IncidentReport.Recipient recipient(String instance, List<IncidentReport.Given> given) {
        List<String> days = given.stream().map(IncidentReport.Given::deliveredOn).filter(Objects::nonNull)
                .sorted(Comparator.naturalOrder()).toList();
        return new IncidentReport.Recipient(instance, given.size(), given.size() - days.size(),
                days.isEmpty() ? null : days.getFirst(), days.isEmpty() ? null : days.getLast(),
                given.stream().flatMap(one -> one.fields().stream()).distinct().sorted().toList(), given);
    }
}
