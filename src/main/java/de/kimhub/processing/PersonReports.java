package de.kimhub.processing;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.privacy.AuditLog;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers a person who asks what is held of them (Art. 15 DSGVO). Nothing of it is stored. */
@Component
public class PersonReports {

    private final SourceCases cases;
    private final HeldOfPerson held;
    private final EventsOfPerson events;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    PersonReports(SourceCases cases, HeldOfPerson held, EventsOfPerson events, TransactionTemplate transactions,
                  AuditLog audit) {
        this.cases = cases;
        this.held = held;
        this.events = events;
        this.transactions = transactions;
        this.audit = audit;
    }

    /**
     * @param number  as the source writes it
     * @param askedBy who answers; stands in the audit log
     * @return empty when the hub has no such file
     */
    public Optional<PersonReport> of(String instance, String number, String askedBy) {
        return transactions.execute(status -> cases.findAnywhere(List.of(cases.digest(instance, number))).stream()
                .findFirst().map(found -> report(found, askedBy)));
    }

    private PersonReport report(SourceCase found, String askedBy) {
        List<Long> files = cases.ofPerson(found.personId()).stream().map(SourceCase::id).toList();
        audit.add(askedBy, "person-reported", "file " + found.id(), files.size(), "Art. 15 DSGVO");
        return new PersonReport(OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(), held.files(files),
                held.consents(found.personId()), events.of(files), held.links(files), held.copies(files));
    }
}
