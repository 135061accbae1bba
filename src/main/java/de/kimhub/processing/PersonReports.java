package de.kimhub.processing;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.privacy.AuditLog;
import de.kimhub.sharing.DisclosureBlocks;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers a person who asks what is held of them (Art. 15 DSGVO). Nothing of it is stored. */
@Component
public class PersonReports {

    private final SourceCases cases;
    private final HeldOfPerson held;
    private final EventsOfPerson events;
    private final DisclosureBlocks blocks;
    private final TransactionTemplate transactions;
    private final AuditLog audit;

    PersonReports(SourceCases cases, HeldOfPerson held, EventsOfPerson events, DisclosureBlocks blocks,
                  TransactionTemplate transactions, AuditLog audit) {
        this.blocks = blocks;
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
        return transactions.execute(status -> {
            Optional<SourceCase> found = cases.findAnywhere(List.of(cases.digest(instance, number))).stream().findFirst();
            if (found.isEmpty()) {
                audit.add(askedBy, "person-not-reported", "unknown file of " + instance, 0, "Art. 15 DSGVO");
            }
            return found.map(file -> report(file, askedBy));
        });
    }

    private PersonReport report(SourceCase found, String askedBy) {
        List<Long> files = cases.ofPerson(found.personId()).stream().map(SourceCase::id).toList();
        audit.add(askedBy, "person-reported", "file " + found.id(), files.size(), "Art. 15 DSGVO");
        boolean underBlock = !blocks.of(Set.of(found.personId())).isEmpty();
        return new PersonReport(OffsetDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString(), underBlock,
                blocks.told(found.personId()), held.files(files), held.consents(found.personId()),
                events.of(files, underBlock), held.links(files), held.copies(files));
    }
}
