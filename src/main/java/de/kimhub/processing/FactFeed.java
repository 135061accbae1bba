package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.message.CaseMessage;
import de.kimhub.message.EventType;
import de.kimhub.message.Measure;
import de.kimhub.message.MessageKind;
import de.kimhub.pseudonym.Pseudonym;
import de.kimhub.pseudonym.Pseudonymisation;
import de.kimhub.pseudonym.PseudonymisedCase;
import de.kimhub.sharing.FactRule;
import de.kimhub.steering.fact.Facts;
import de.kimhub.steering.fact.SteeringInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The steering feed as a recipient: what a rule counts goes there without a name, in the transaction of the batch. */
@Component
class FactFeed {

    private final ObjectProvider<Facts> facts;
    private final FactNames names;
    private final SourceCases cases;

    FactFeed(ObjectProvider<Facts> facts, FactNames names, SourceCases cases) {
        this.facts = facts;
        this.names = names;
        this.cases = cases;
    }

    /**
     * @param caseDigest of the source's file; {@code null}: it concerns nobody
     * @param file       {@code null}: none is kept of the person
     * @param enrolled   whose consents count; {@code null}: nobody's
     */
    record Candidate(NewEvent event, byte[] caseDigest, SourceCase file, Long enrolled) {
    }

    /** Who decides, and by what. */
    record Ground(RulesInForce rules, PersonScope persons, Set<Integer> shadows, LocalDate today) {
    }

    private record Counted(Candidate of, Measure measure, FactRule rule) {
    }

    /** What the events of one source mean for the figures, in their order. In the caller's transaction. */
    void take(Instance source, int sourceNo, List<Candidate> candidates, Ground ground) {
        Facts counting = facts.getIfAvailable();
        if (counting == null || ground.rules().sharing().rules().facts().isEmpty() || source.inTest()
                || ground.shadows().contains(sourceNo)) {
            return;
        }
        List<Counted> all = counted(source, candidates, ground);
        counting.take(all.stream().filter(one -> one.measure() == Measure.HURDLE && one.of().event().kind() == MessageKind.EVENT)
                .map(one -> issue(one.of().event(), source, ground.today())).toList(), ground.today());
        List<Counted> counted = all.stream().filter(one -> one.measure() != Measure.HURDLE).toList();
        if (counted.isEmpty() || !names.ready()) {
            return;
        }
        counting.follow(current(counted, sourceNo));
        counting.take(inputs(counted, source, sourceNo, ground.today()), ground.today());
    }

    private static SteeringInput issue(NewEvent event, Instance source, LocalDate today) {
        return new SteeringInput.StructuralIssue(source.id(), event.fields().first("structuralIssue.id"),
                event.fields().first("structuralIssue.theme"), event.occurredOn(today), event.type() == EventType.STRUCTURAL_ISSUE_RESOLVED);
    }

    private static List<Counted> counted(Instance source, List<Candidate> candidates, Ground ground) {
        List<Counted> counted = new ArrayList<>();
        for (Candidate one : candidates) {
            NewEvent event = one.event();
            if (event.test() || event.held() || one.caseDigest() == null && event.type().concernsPerson()) {
                continue;
            }
            if (event.kind() == MessageKind.RETRACTION && event.type().concernsPerson()) {
                counted.add(new Counted(one, null, null));
            } else {
                ground.rules().sharing().counted(InstalledParties.party(source), event.type(), ground.persons().consents(one.enrolled())
                                .stream().filter(consent -> consent.inEarnest(ground.shadows())).toList(), ground.today())
                        .forEach((measure, rule) -> counted.add(new Counted(one, measure, rule)));
            }
        }
        return counted;
    }

    private List<SteeringInput> inputs(List<Counted> counted, Instance source, int sourceNo, LocalDate today) {
        List<Counted> told = counted.stream().filter(one -> one.rule() != null).toList();
        List<PseudonymisedCase> cases = names.of(told.stream().map(one -> new Pseudonymisation.About(person(one.of(), sourceNo),
                new CaseMessage(one.of().event().type(), one.of().event().kind(), one.of().event().fields()))).toList(), FactRule.FIELDS);
        Map<Counted, PseudonymisedCase> byEvent = new HashMap<>();
        for (int i = 0; i < told.size(); i++) {
            byEvent.put(told.get(i), cases.get(i));
        }
        return counted.stream().<SteeringInput>map(one -> one.rule() == null
                ? new SteeringInput.TakenBack(one.of().event().replaces())
                : new SteeringInput.Told(byEvent.get(one), one.measure(), one.rule().id(), one.of().event().id(),
                        one.of().event().replaces(), names.file(sourceNo, one.of().caseDigest()), source.id(),
                        Decisions.isBeforeStart(source, one.of().event().kind(), one.of().event().occurredOn(today)))).toList();
    }

    /** Who has no file is told apart by the source's file number, under a number of nobody. */
    private long person(Candidate one, int sourceNo) {
        return one.file() != null ? one.file().personId() : names.stranger(sourceNo, one.caseDigest());
    }

    /** Of whom something was counted before the hub knew whose file it is. */
    private Map<String, String> current(List<Counted> counted, int sourceNo) {
        Map<String, Long> persons = new HashMap<>();
        counted.stream().map(Counted::of).filter(one -> one.file() != null).forEach(one ->
                persons.put(names.fileText(sourceNo, one.caseDigest()), one.file().personId()));
        return texts(persons);
    }

    /** Files are another person's: what was counted goes with them. In the transaction that moves them. */
    void follow(Collection<Long> files) {
        Facts counting = facts.getIfAvailable();
        if (counting != null && names.ready()) {
            Map<String, Long> persons = new HashMap<>();
            cases.byId(files).values().forEach(file ->
                    persons.put(names.fileText(file.instanceNo(), file.caseDigest()), file.personId()));
            counting.follow(texts(persons));
        }
    }

    private Map<String, String> texts(Map<String, Long> persons) {
        Map<Long, Pseudonym> all = persons.isEmpty() ? Map.of() : names.names(Set.copyOf(persons.values()));
        return persons.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> all.get(one.getValue()).text()));
    }
}
