package de.kimhub.accountability;

import static de.kimhub.accountability.Activity.Aspect.*;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.Measure;
import de.kimhub.sharing.FactRule;
import de.kimhub.sharing.Party;
import de.kimhub.sharing.SharingFile;
import de.kimhub.sharing.SharingRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is counted for the steering group, by each rule under {@code facts} that a connected tool has events for. */
final class FactActivities {

    private final Installation installation;

    FactActivities(Installation installation) {
        this.installation = installation;
    }

    List<Activity> all() {
        return installation.sharing().map(file -> SharingFile.read(file, new ArrayList<>())).orElse(SharingRules.NONE).facts().stream()
                .filter(rule -> !events(rule).isEmpty()).map(this::counting).toList();
    }

    private Activity counting(FactRule rule) {
        boolean hurdles = rule.measure() == Measure.HURDLE;
        List<Instance> senders = senders(rule);
        return new Activity("lenkungsgruppe-" + rule.id(), "Zählung für die Lenkungsgruppe: " + rule.measure().germanText() + " (" + rule.id() + ")",
                Map.ofEntries(
                        Map.entry(PURPOSE, List.of(Words.code("zweck", FactRule.PURPOSE) + ": " + rule.measure().germanText())),
                        Map.entry(CONTROLLERS, senders.stream().map(Activities::controller).distinct().sorted().toList()),
                        Map.entry(PEOPLE, List.of(people(rule))),
                        Map.entry(CATEGORIES, List.of(hurdles ? "Hinweise auf Hürden in Abläufen, ohne Bezug zu einer Person"
                                : "Eine Zeile je Zählung unter dem Pseudonym der Lenkungsgruppe und einer Prüfzahl des Aktenzeichens; keine "
                                        + "Namen, keine Aktenzeichen")),
                        Map.entry(EVENTS, events(rule).stream().map(EventType::germanText).toList()),
                        Map.entry(DATA, hurdles ? List.of("Kennung, Thema und Tag der Hürde") : Words.labels(fields(rule.measure()))),
                        Map.entry(SOURCES, senders.stream().map(Words::named).sorted().toList()),
                        Map.entry(RECIPIENTS, List.of(hurdles ? "Lenkungsgruppe, nach Freigabe durch das Kommunale Integrationszentrum"
                                : "Lenkungsgruppe: nur veröffentlichte Tabellen nach der Geheimhaltungsprüfung, keine einzelnen Zeilen")),
                        Map.entry(LEGAL_BASIS, List.of(rule.legalBasis())),
                        Map.entry(CONDITIONS, conditions(rule, senders)),
                        Map.entry(RETENTION, List.of(hurdles ? "Bis die Lenkungsgruppe sie streicht" : Words.period(Measure.KEPT)
                                + " nach dem Abschluss des Zeitraums, in dem es endete; " + (rule.measure().matching() == Measure.Matching.PERSON
                                ? "wo es nicht endete, " + Words.period(Measure.FOLLOWED) + " nach dem Abschluss des Zeitraums, in dem es begann; " : "")
                                + "danach bleibt eine Anzahl ohne Person"))));
    }

    private static List<Field> fields(Measure measure) {
        return FactRule.FIELDS.stream().filter(field -> field.path().startsWith("event.") || isOf(measure, field.path())).toList();
    }

    private static boolean isOf(Measure measure, String path) {
        boolean result = path.equals("course.result") || path.equals("course.languageLevel");
        return switch (measure) {
            case ARRIVAL, HURDLE, ARRIVAL_TO_APPLICATION, ARRIVAL_TO_NATURALISATION -> false;
            case CASE -> path.startsWith("case.");
            case CONSULTATION, FIRST_CONSULTATION -> path.startsWith("consultation.");
            case COURSE -> path.startsWith("course.") && !result;
            case ARRIVAL_TO_COURSE -> path.equals("course.startsOn");
            case ARRIVAL_TO_B1 -> result;
            case COURSE_RESULT -> result || path.equals("course.kind");
            case APPOINTMENT -> path.startsWith("appointment.");
            case NATURALISATION, NATURALISED_PERSON -> path.startsWith("naturalisation.");
        };
    }

    private static String people(FactRule rule) {
        return rule.measure() == Measure.HURDLE ? "Niemand: Hinweise ohne Bezug zu einer Person"
                : rule.needsConsent() ? "Menschen, die am Fallmanagement teilnehmen und eingewilligt haben" : Activities.CLIENTS;
    }

    private static List<String> conditions(FactRule rule, List<Instance> senders) {
        List<String> conditions = new ArrayList<>();
        conditions.add(rule.needsConsent() ? "Einwilligung, die diesen Zweck nennt" : "Ohne Einwilligung, nach der genannten Rechtsgrundlage");
        rule.approval().ifPresent(one -> conditions.add("Genehmigung der obersten Behörde (§ 75 SGB X): " + one.reference() + " vom "
                + Words.day(one.date())));
        senders.stream().filter(Instance::inShadow).forEach(one ->
                conditions.add(one.title() + " läuft im Schattenbetrieb: noch wird nichts gezählt"));
        return conditions;
    }

    private List<Instance> senders(FactRule rule) {
        return RuleFlow.inEarnest(installation).stream().filter(one -> one.receive().isPresent())
                .filter(one -> !told(rule, one).isEmpty()).toList();
    }

    private Set<EventType> events(FactRule rule) {
        Set<EventType> all = new TreeSet<>(Comparator.comparing(EventType::germanText));
        senders(rule).forEach(one -> all.addAll(told(rule, one)));
        return all;
    }

    private static List<EventType> told(FactRule rule, Instance one) {
        return one.connector().translator().receives().stream()
                .filter(type -> rule.appliesTo(new Party(one.id(), one.authority()), type)).toList();
    }
}
