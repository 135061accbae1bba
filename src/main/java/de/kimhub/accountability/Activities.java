package de.kimhub.accountability;

import static de.kimhub.accountability.Activity.Aspect.*;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.message.EventType;
import de.kimhub.message.PersonalData;
import de.kimhub.pseudonym.Domain;
import de.kimhub.pseudonym.DomainsFile;
import de.kimhub.sharing.DataCategories;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The entries that an installation's configuration makes. */
final class Activities {

    static final String CLIENTS = "Menschen mit Einwanderungsgeschichte, zu denen eine der Stellen ein Verfahren oder einen Fall führt";

    private final Installation installation;

    Activities(Installation installation) {
        this.installation = installation;
    }

    List<Activity> all() {
        List<Activity> all = new ArrayList<>();
        RuleFlow.inEarnest(installation).stream().filter(one -> one.receive().isPresent()).map(this::receiving).forEach(all::add);
        RuleFlow.of(installation).stream().filter(flow -> !flow.ways().isEmpty()).map(Activities::passing).forEach(all::add);
        all.addAll(new FactActivities(installation).all());
        if (!all.isEmpty()) {
            DomainsFile.load(installation.folder(), new ArrayList<>()).domains().stream().map(this::pseudonymising)
                    .forEach(all::add);
            all.addAll(new OwnActivities(installation).all());
        }
        return all;
    }

    private Activity pseudonymising(Domain domain) {
        return new Activity("pseudonyme-" + domain.name(), "Pseudonyme für " + recipient(domain) + " (" + domain.name() + ")",
                Map.of(PURPOSE, List.of(Words.code("zweck", domain.purpose())),
                        CONTROLLERS, List.of("Wer dem Hub die Angaben gibt; für die Pseudonyme: " + recipient(domain)),
                        PEOPLE, List.of("Menschen, die am Fallmanagement teilnehmen"),
                        CATEGORIES, List.of(switch (domain.mode()) {
                            case KEYED -> "Pseudonym, aus dem niemand zurückrechnen kann";
                            case REVERSIBLE -> "Pseudonym; wer den Schlüssel hat, kann zurückrechnen. Nur auf Antrag, mit Zustimmung "
                                    + "einer zweiten Person";
                            case TEMPORARY -> "Zufälliges Kennzeichen, das nach kurzer Zeit endet";
                        }),
                        RECIPIENTS, List.of(recipient(domain)),
                        LEGAL_BASIS, List.of(domain.legalBasis()),
                        RETENTION, List.of(domain.retention() == null ? "Gilt " + domain.lifetime().toDays() + " Tage"
                                : Words.period(domain.retention()) + " nach dem Wechsel des Schlüssels")));
    }

    private String recipient(Domain domain) {
        return installation.all().stream().filter(one -> domain.recipient().equals("instance:" + one.fileName())).findAny()
                .map(Words::named).orElseGet(() -> Words.body(domain.recipient()));
    }

    private Activity receiving(Instance instance) {
        var descriptor = instance.connector().descriptor();
        Collection<EventType> events = instance.connector().translator().receives();
        return new Activity("empfang-" + instance.fileName(), "Empfang von " + instance.title(), Map.of(
                PURPOSE, List.of(descriptor.purpose()),
                CONTROLLERS, List.of(controller(instance)),
                PEOPLE, List.of(CLIENTS),
                CATEGORIES, categories(events),
                EVENTS, texts(events),
                SOURCES, List.of(Words.named(instance) + ", " + descriptor.title()),
                RECIPIENTS, List.of("Betreiber des Hubs als Auftragsverarbeiter"),
                LEGAL_BASIS, List.of(descriptor.legalBasis()),
                RETENTION, List.of("Kopie der Datei: " + Words.period(installation.hub().retention().transportCopy())
                        + " nach der Verarbeitung", "Wer nicht teilnimmt: "
                        + Words.period(installation.hub().retention().notEnrolled()))));
    }

    private static Activity passing(RuleFlow flow) {
        var rule = flow.rule();
        return new Activity("weitergabe-" + rule.id(), "Weitergabe " + rule.id(), Map.ofEntries(
                Map.entry(PURPOSE, List.of(Words.code("zweck", rule.purpose()))),
                Map.entry(CONTROLLERS, Stream.concat(flow.senders().stream(), flow.recipients().stream())
                        .map(Activities::controller).distinct().sorted().toList()),
                Map.entry(PEOPLE, List.of(people(flow))),
                Map.entry(CATEGORIES, categories(flow.events())),
                Map.entry(EVENTS, texts(flow.events())),
                Map.entry(DATA, data(flow)),
                Map.entry(SOURCES, names(flow.senders())),
                Map.entry(RECIPIENTS, names(flow.recipients())),
                Map.entry(LEGAL_BASIS, List.of(rule.legalBasis())),
                Map.entry(CONDITIONS, conditions(flow)),
                Map.entry(RETENTION, List.of("Beim Empfänger: " + Words.period(rule.retention())))));
    }

    private static boolean concernsPeople(RuleFlow flow) {
        return flow.events().stream().anyMatch(EventType::concernsPerson);
    }

    private static String people(RuleFlow flow) {
        return !concernsPeople(flow) ? "Niemand: Hinweise ohne Bezug zu einer Person"
                : flow.rule().needsConsent() ? "Menschen, die am Fallmanagement teilnehmen und eingewilligt haben" : CLIENTS;
    }

    /** Where recipients do not get the same, it says who gets what of it. */
    private static List<String> data(RuleFlow flow) {
        List<String> all = new ArrayList<>();
        for (String label : Words.labels(flow.fields())) {
            List<String> some = flow.ways().stream().filter(way -> Words.labels(way.fields()).contains(label))
                    .map(way -> Words.body(way.to().authority())).distinct().sorted().toList();
            boolean everybody = flow.ways().stream().allMatch(way -> Words.labels(way.fields()).contains(label));
            all.add(everybody ? label : label + " (nur an: " + String.join(", ", some) + ")");
        }
        flow.fields().stream().filter(field -> field.personalData() == PersonalData.SPECIAL_CATEGORY).findFirst()
                .ifPresent(field -> all.add("darunter besondere Kategorien (Art. 9 DSGVO) oder ebenso Geschütztes"));
        all.add(concernsPeople(flow) ? "Kennung der Lieferung; das eigene Aktenzeichen des Empfängers, wo er eines hat"
                : "Kennung der Lieferung");
        return all;
    }

    private static List<String> conditions(RuleFlow flow) {
        var rule = flow.rule();
        List<String> conditions = new ArrayList<>();
        conditions.add(rule.needsConsent() ? "Einwilligung, die Absender, Empfänger und Zweck nennt, und offener Fall"
                : "Ohne Einwilligung, nach der genannten Rechtsgrundlage");
        if (rule.needsSecrecyRelease()) {
            conditions.add("Entbindung von der Schweigepflicht (§ 203 StGB)");
        }
        if (concernsPeople(flow)) {
            conditions.add(rule.firstContact() ? "Auch an Empfänger, die die Person noch nicht führen (Erstkontakt)"
                    : "Nur an Empfänger, die die Person selbst führen");
        }
        Stream.concat(flow.senders().stream(), flow.recipients().stream()).distinct().filter(Instance::inShadow)
                .forEach(one -> conditions.add(one.title() + " läuft im Schattenbetrieb: noch wird nichts gesendet"));
        return conditions;
    }

    static String controller(Instance instance) {
        return instance.release().controller().orElse(instance.title() + ": Verantwortlicher " + Words.TO_BE_ADDED);
    }

    private static List<String> categories(Collection<EventType> events) {
        return events.stream().map(type -> Words.code("datenart", DataCategories.of(type))).distinct().sorted().toList();
    }

    private static List<String> texts(Collection<EventType> events) {
        return events.stream().map(EventType::germanText).sorted().toList();
    }

    private static List<String> names(Collection<Instance> instances) {
        return instances.stream().map(Words::named).sorted().toList();
    }
}
