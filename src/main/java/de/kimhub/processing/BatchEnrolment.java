package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.EventType;
import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import de.kimhub.sharing.Consent;
import de.kimhub.sharing.ConsentLedger;
import de.kimhub.sharing.ConsentLedger.FileNumber;
import de.kimhub.sharing.ConsentLedger.Given;
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
import java.util.stream.Collectors;

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
    private final Map<ByteBuffer, List<SourceCase>> sameNames;
    private final List<Given> given = new ArrayList<>();
    private final Set<Long> closed = new HashSet<>();

    /**
     * @param joinable       what the batch's consents can join
     * @param consentNumbers one for each consent given
     * @param joins          which files the source may join
     */
    BatchEnrolment(ConsentEvents consentEvents, ConsentLedger ledger, SourceCases cases, Parties parties,
                   Instance source, CaseScope scope, PersonScope persons, LocalDate today, Joinable joinable,
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
        this.sameNames = joinable.sameNames();
        joinable.shownFiles().forEach(one -> this.shownFiles.put(ByteBuffer.wrap(one.caseDigest()), one));
    }

    /**
     * @param shownFiles files of the numbers that clients showed
     * @param sameNames  files by name and birth date
     */
    record Joinable(List<SourceCase> shownFiles, Map<ByteBuffer, List<SourceCase>> sameNames) {
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

    /** Another batch may have united its person with another since the file was looked up. */
    private SourceCase current(SourceCase one) {
        long person = cases.lockPerson(one.id());
        if (person == one.personId()) {
            return one;
        }
        scope.unite(person, one.personId());
        reload(person);
        return one.ofPerson(person, one.personId());
    }

    /** Writes what was given; before anything else is read of it. */
    void flush() {
        if (!given.isEmpty()) {
            ledger.give(given);
            given.clear();
        }
    }

    private void give(NewEvent event, SourceCase sourceCase) {
        FieldValues fields = event.fields();
        long person = sourceCase.personId();
        Set<String> sources = named(fields.all("consent.sources"));
        Optional<LocalDate> withdrawn = consentEvents.withdrawnMeanwhile(event, sourceCase);
        List<FileNumber> shown = withdrawn.isPresent() ? List.of() : consentEvents.fileNumbers(parties, fields);
        if (withdrawn.isEmpty() && !event.test()) {
            joinShownFiles(shown, sourceCase);
            joinSameNames(event, sources, shown, sourceCase);
            openAtSilentRecipients(fields, person);
        }
        String until = fields.first("consent.validUntil");
        Consent consent = new Consent(consentNumbers.pop(), person, sourceCase.id(), digest(fields),
                new LinkedHashSet<>(fields.all("consent.purposes")), sources,
                named(fields.all("consent.recipients")), event.occurredOn(today),
                until == null ? null : LocalDate.parse(until),
                "true".equals(fields.first("consent.secrecyRelease")), null, true,
                parties.numberOf(source.id()), event.test());
        List<Integer> asked = withdrawn.isPresent() || event.test() ? List.of()
                : parties.sourcesNamed(sources).stream().filter(one -> !one.id().equals(source.id()))
                .map(one -> parties.numberOf(one.id())).toList();
        given.add(new Given(consent, event.id(), fields.first("consent.formVersion"),
                fields.first("consent.formLanguage"), shown, asked));
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
        if (new SilentRecipients(parties, cases).open(consent, person, shownFiles)) {
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
                join(given, file);
            }
        }
    }

    /** Exactly one file of the same name and birth date at a named source is the same person's, if no number decides. */
    private void joinSameNames(NewEvent event, Set<String> sources, List<FileNumber> shown,
                               SourceCase given) {
        Set<Integer> byNumber = shown.stream().map(FileNumber::instanceNo).collect(Collectors.toSet());
        byte[] key = consentEvents.blockingKey(event.fields());
        List<SourceCase> same = key == null ? List.of() : sameNames.getOrDefault(ByteBuffer.wrap(key), List.of());
        for (Instance body : parties.sourcesNamed(sources)) {
            boolean decided = body.id().equals(source.id()) || byNumber.contains(parties.numberOf(body.id()));
            List<SourceCase> there = decided ? List.of()
                    : same.stream().filter(one -> one.instanceNo() == parties.numberOf(body.id())).toList();
            if (there.size() == 1) {
                join(given, there.getFirst());
            }
        }
    }

    private void join(SourceCase given, SourceCase file) {
        long person = given.personId();
        long other = file.personId();
        if (person == other || !joins.allow(given, file)) {
            return;
        }
        flush();
        cases.unite(person, other);
        ledger.unite(person, other);
        scope.unite(person, other);
        shownFiles.replaceAll((digest, one) -> one.ofPerson(person, other));
        sameNames.replaceAll((key, files) -> files.stream().map(one -> one.ofPerson(person, other)).toList());
        persons.reload(List.of(person));
    }

    private void withdraw(NewEvent event, SourceCase sourceCase) {
        flush();
        byte[] digest = digest(event.fields());
        for (Consent consent : persons.consents(sourceCase.personId())) {
            boolean meant = digest == null ? consent.caseId() == sourceCase.id()
                    : Arrays.equals(digest, consent.digest());
            if (meant && consent.withdrawnOn() == null && (consent.test() || !event.test())) {
                ledger.withdraw(consent.id(), event.id(), event.occurredOn(today));
            }
        }
        reload(sourceCase.personId());
    }

    /** The consent that the event corrects or takes back, in whichever file it was given. */
    private void withdrawReplaced(NewEvent event) {
        flush();
        ledger.withdrawGivenBy(event.replaces(), event.id(), event.occurredOn(today)).ifPresent(this::reload);
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
