package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.PersonRegister.Move;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.ConsentLedger.FileNumber;
import de.kimhub.sharing.ConsentLedger.Given;
import de.kimhub.sharing.ConsentLedger.Paper;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the events of one batch mean for enrolment, taken in their order. In the caller's transaction. */
final class BatchEnrolment {

    private final ConsentEvents consentEvents;
    private final ConsentLedger ledger;
    private final SourceCases cases;
    private final Parties parties;
    private final Instance source;
    private final CaseScope scope;
    private final PersonScope persons;
    private final LocalDate today;
    private final Deque<Long> consentNumbers;
    private final Joins joins;
    private final Map<ByteBuffer, SourceCase> shownFiles = new HashMap<>();
    private final List<Given> given = new ArrayList<>();
    private final Set<Long> closed = new HashSet<>();
    private final List<Consent> withdrawn = new ArrayList<>();

    /**
     * @param shownFiles     files of the numbers that clients showed
     * @param consentNumbers one for each consent given
     * @param joins          joins the files that the source names
     */
    BatchEnrolment(ConsentEvents consentEvents, ConsentLedger ledger, SourceCases cases, Parties parties,
                   Instance source, CaseScope scope, PersonScope persons, LocalDate today, List<SourceCase> shownFiles,
                   Deque<Long> consentNumbers, Joins joins) {
        this.consentEvents = consentEvents;
        this.ledger = ledger;
        this.cases = cases;
        this.parties = parties;
        this.source = source;
        this.scope = scope;
        this.persons = persons;
        this.today = today;
        this.consentNumbers = consentNumbers;
        this.joins = joins;
        shownFiles.forEach(one -> this.shownFiles.put(ByteBuffer.wrap(one.caseDigest()), one));
    }

    void apply(NewEvent event, SourceCase found) {
        SourceCase sourceCase = event.type() == EventType.CONSENT_GIVEN || event.type() == EventType.CONSENT_WITHDRAWN
                ? current(found) : found;
        if (event.test() && event.type() != EventType.CONSENT_GIVEN && event.type() != EventType.CONSENT_WITHDRAWN) {
            return;
        }
        boolean takenBack = event.kind() == MessageKind.RETRACTION;
        switch (event.type()) {
            case CONSENT_GIVEN -> {
                if (takenBack || event.kind() == MessageKind.CORRECTION) {
                    withdraw(event, sourceCase);
                    if (!event.test()) {
                        withdrawReplaced(event);
                    }
                }
                if (!takenBack) {
                    give(event, sourceCase);
                }
            }
            case CONSENT_WITHDRAWN -> {
                if (!takenBack) {
                    withdraw(event, sourceCase);
                }
            }
            case CASE_OPENED -> {
                if (!takenBack && (!sourceCase.open() || closed.contains(sourceCase.id()))
                        && !consentEvents.caseStandsSince(event, sourceCase)) {
                    reopen(sourceCase);
                }
            }
            case CASE_CLOSED -> {
                if (takenBack) {
                    reopen(sourceCase);
                } else if (!consentEvents.caseStandsSince(event, sourceCase)) {
                    cases.close(sourceCase.id(), event.occurredOn(today));
                    closed.add(sourceCase.id());
                    reload(sourceCase.personId());
                }
            }
            default -> { }
        }
    }

    /** Another batch may have made it another person's since the file was looked up. */
    private SourceCase current(SourceCase one) {
        long person = cases.lockPerson(one.id());
        if (person != one.personId()) {
            cases.byId(scope.all().stream().map(SourceCase::id).toList()).values().forEach(scope::put);
            reload(person);
        }
        return one.ofPerson(person);
    }

    /** Those that ended, as they were before. */
    List<Consent> withdrawn() {
        return withdrawn.stream().filter(consent -> !consent.test()).toList();
    }

    /** Writes what was given; before anything else is read of it. */
    void flush() {
        if (!given.isEmpty()) {
            ledger.give(given);
            given.clear();
            joins.holdDoubted();
        }
    }

    private void give(NewEvent event, SourceCase found) {
        FieldValues fields = event.fields();
        Set<String> sources = named(fields.all("consent.sources"));
        Optional<LocalDate> withdrawn = consentEvents.withdrawnMeanwhile(event, found);
        List<FileNumber> shown = withdrawn.isPresent() ? List.of() : consentEvents.fileNumbers(parties, fields);
        if (withdrawn.isEmpty() && !event.test()) {
            joinShownFiles(shown, found);
            joinNamedSources(sources, shown, event.caseDigest());
            openAtSilentRecipients(fields, scope.get(event.caseDigest()).personId());
        }
        SourceCase sourceCase = scope.get(event.caseDigest());
        long person = sourceCase.personId();
        String until = fields.first("consent.validUntil");
        Consent consent = new Consent(consentNumbers.pop(), person, sourceCase.id(), digest(fields),
                new LinkedHashSet<>(fields.all("consent.purposes")), sources,
                named(fields.all("consent.recipients")),
                new LinkedHashSet<>(fields.all("consent.dataCategories")), event.occurredOn(today),
                until == null ? null : LocalDate.parse(until),
                "true".equals(fields.first("consent.secrecyRelease")), null, true,
                parties.numberOf(source.id()), event.test(), false);
        List<Integer> asked = withdrawn.isPresent() || event.test() ? List.of()
                : parties.sourcesNamed(sources).stream().filter(one -> !one.id().equals(source.id()))
                .map(one -> parties.numberOf(one.id())).toList();
        given.add(new Given(consent, event.id(), new Paper(fields.first("consent.formVersion"),
                fields.first("consent.formLanguage"), "true".equals(fields.first("consent.representative"))),
                consentEvents.numberToKeep(fields), shown, asked));
        persons.give(consent);
        withdrawn.ifPresent(on -> {
            flush();
            ledger.withdraw(consent.id(), event.id(), on);
            reload(person);
        });
    }

    /** Of the kind of body that took the consent, it names this case-management team, not the others of its kind. */
    private Set<String> named(List<String> bodies) {
        return bodies.stream().map(body -> body.equals(source.authority()) ? "instance:" + source.id() : body)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void openAtSilentRecipients(FieldValues consent, long person) {
        if (consentEvents.silentRecipients(parties).open(consent, person, shownFiles)) {
            cases.findAnywhere(consentEvents.fileNumbers(parties, consent).stream().map(FileNumber::caseDigest).toList())
                    .forEach(file -> shownFiles.put(ByteBuffer.wrap(file.caseDigest()), file));
            reload(person);
        }
    }

    /** The file number that the client showed decides. */
    private void joinShownFiles(List<FileNumber> shown, SourceCase given) {
        for (FileNumber number : shown) {
            SourceCase file = shownFiles.get(ByteBuffer.wrap(number.caseDigest()));
            if (file != null) {
                take(() -> joins.shown(scope.get(given.caseDigest()), file));
            }
        }
    }

    /** At the named sources where no number decides, what the files say of the person does. */
    private void joinNamedSources(Set<String> sources, List<FileNumber> shown, byte[] caseDigest) {
        Set<Integer> instances = parties.sourcesNamed(sources).stream().filter(body -> !body.id().equals(source.id()))
                .map(body -> parties.numberOf(body.id())).collect(Collectors.toSet());
        shown.forEach(number -> instances.remove(number.instanceNo()));
        take(() -> joins.named(scope.get(caseDigest), instances));
    }

    private void take(Supplier<Linked> join) {
        flush();
        List<Move> moves = join.get().moves();
        if (!moves.isEmpty()) {
            Map<Long, Long> personOf = moves.stream().collect(Collectors.toMap(Move::file, Move::to, (one, next) -> next));
            scope.move(moves);
            shownFiles.replaceAll((digest, one) -> one.ofPerson(personOf.getOrDefault(one.id(), one.personId())));
            persons.reload(moves.stream().flatMap(move -> Stream.of(move.from(), move.to())).distinct().toList());
        }
    }

    private void withdraw(NewEvent event, SourceCase sourceCase) {
        flush();
        byte[] digest = digest(event.fields());
        for (Consent consent : persons.consents(sourceCase.personId())) {
            boolean meant = digest == null ? consent.caseId() == sourceCase.id()
                    : Arrays.equals(digest, consent.digest());
            if (meant && consent.withdrawnOn() == null && (consent.test() || !event.test())) {
                ledger.withdraw(consent.id(), event.id(), event.occurredOn(today));
                withdrawn.add(consent);
            }
        }
        reload(sourceCase.personId());
    }

    /** The consent that the event corrects or takes back, in whichever file it was given. */
    private void withdrawReplaced(NewEvent event) {
        flush();
        ledger.withdrawGivenBy(event.replaces(), event.id(), event.occurredOn(today)).ifPresent(consent -> {
            withdrawn.add(consent);
            reload(consent.personId());
        });
    }

    private void reopen(SourceCase sourceCase) {
        cases.reopen(sourceCase.id());
        reload(sourceCase.personId());
    }

    private void reload(long person) {
        flush();
        persons.reload(List.of(person));
    }

    private byte[] digest(FieldValues fields) {
        return consentEvents.consentDigest(source, fields);
    }
}
