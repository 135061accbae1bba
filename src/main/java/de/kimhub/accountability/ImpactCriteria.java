package de.kimhub.accountability;

import de.kimhub.connector.Installation;
import de.kimhub.connector.Instance;
import de.kimhub.message.EventType;
import de.kimhub.message.PersonalData;
import de.kimhub.sharing.DataCategories;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The nine criteria of WP 248 (Rev. 01) of the Art. 29 group, and what the configuration says to each of them. */
final class ImpactCriteria {

    private static final Set<String> CONFIDENTIAL = Set.of("aufenthalt", "leistung", "beratung", "massnahme", "beschaeftigung");
    private static final Set<String> SOCIAL_DATA = Set.of("jobcenter", "agentur-fuer-arbeit");
    private static final int MANY_SOURCES = 2;

    /** What the configuration says; people decide. */
    enum Answer {
        YES("trifft zu"), NO("trifft nicht zu"), TO_CHECK("zu prüfen");

        private final String germanText;

        Answer(String germanText) {
            this.germanText = germanText;
        }

        String germanText() {
            return germanText;
        }
    }

    record Criterion(String name, Answer answer, String why) {
    }

    private final List<Instance> instances;
    private final List<RuleFlow> flows;
    private final Installation installation;

    ImpactCriteria(Installation installation, List<RuleFlow> flows) {
        this.installation = installation;
        this.instances = RuleFlow.inEarnest(installation);
        this.flows = flows;
    }

    List<Criterion> all() {
        return List.of(
                new Criterion("1. Bewerten oder Einstufen von Personen", Answer.NO, "Der Hub bewertet, ob zwei Akten dieselbe Person führen, "
                        + "und keine Menschen. Es gibt keine Merkmale der Leistung, des Verhaltens oder der Eignung."),
                new Criterion("2. Automatische Entscheidung mit Rechtswirkung", Answer.NO, "Regeln entscheiden, wer was erfährt; über Rechte "
                        + "und Leistungen entscheiden die Stellen. Zuordnungen ohne Zweifel geschehen von selbst, in Zweifelsfällen "
                        + "entscheiden Menschen."),
                new Criterion("3. Systematische Überwachung", Answer.TO_CHECK, "Ereignisse einer Person werden über "
                        + flows.stream().mapToInt(flow -> flow.senders().size()).sum() + " Wege fortlaufend weitergegeben; Zweck ist die "
                        + "Begleitung, nicht die Überwachung. Öffentliche Stellen haben Mitteilungspflichten (§ 87 AufenthG)."),
                confidential(), large(), matching(),
                new Criterion("7. Schutzbedürftige Personen", instances.isEmpty() ? Answer.NO : Answer.YES, "Menschen mit "
                        + "Einwanderungsgeschichte, auch Geflüchtete und Kinder, in einem Machtgefälle zu Behörden, von denen Aufenthalt und "
                        + "Unterhalt abhängen."),
                new Criterion("8. Neue Technik oder neue Anwendung", Answer.TO_CHECK, "Vermittlung zwischen "
                        + kindsOf(instances).size() + " Arten von Stellen und Zuordnung über Schreibweisen und Schriften hinweg sind für "
                        + "diesen Zweck neu; die Technik selbst ist erprobt."),
                new Criterion("9. Hindert an Rechten, Leistungen oder Verträgen", Answer.TO_CHECK, "Teilnahme ist freiwillig und widerruflich: "
                        + flows.stream().filter(flow -> flow.rule().needsConsent()).count() + " von " + flows.size()
                        + " wirksamen Regeln brauchen eine Einwilligung. Zu prüfen ist, ob ohne sie Nachteile entstehen."));
    }

    private Criterion confidential() {
        List<String> why = new ArrayList<>();
        List<EventType> given = flows.stream().flatMap(flow -> flow.events().stream()).distinct().toList();
        List<String> kinds = given.stream().map(DataCategories::of).filter(CONFIDENTIAL::contains).distinct()
                .map(code -> Words.code("datenart", code)).sorted().toList();
        if (!kinds.isEmpty()) {
            why.add("weitergegeben werden Vorgänge aus: " + String.join(", ", kinds));
        }
        List<String> social = instances.stream().filter(one -> SOCIAL_DATA.contains(one.authority())).map(Instance::title).toList();
        if (!social.isEmpty()) {
            why.add("Sozialdaten (§ 67 SGB X) von " + String.join(", ", social));
        }
        if (flows.stream().flatMap(flow -> flow.fields().stream())
                .anyMatch(field -> field.personalData() == PersonalData.SPECIAL_CATEGORY)) {
            why.add("Regeln nennen besondere Kategorien (Art. 9 DSGVO)");
        }
        if (flows.stream().anyMatch(flow -> flow.rule().needsSecrecyRelease())) {
            why.add("Angaben unter der Schweigepflicht (§ 203 StGB), nur mit Entbindung");
        }
        if (!instances.isEmpty()) {
            why.add("zur Zuordnung dienen auch Staatsangehörigkeit und Auskunftssperren");
        }
        return new Criterion("4. Vertrauliche oder höchst persönliche Daten", instances.isEmpty() ? Answer.NO : Answer.YES,
                sentence(why));
    }

    private Criterion large() {
        Set<String> municipalities = instances.stream().map(Instance::municipality).collect(Collectors.toCollection(TreeSet::new));
        return new Criterion("5. Verarbeitung in großem Umfang", instances.size() > MANY_SOURCES ? Answer.YES : Answer.TO_CHECK,
                instances.size() + " Stellen in " + municipalities.size() + " Gebieten (" + String.join(", ", municipalities)
                        + "), auf Dauer. Zahl der Personen: " + Words.TO_BE_ADDED + ".");
    }

    private Criterion matching() {
        List<Instance> sources = instances.stream().filter(one -> one.receive().isPresent()).toList();
        return new Criterion("6. Abgleichen oder Zusammenführen von Datensätzen", sources.size() >= MANY_SOURCES ? Answer.YES : Answer.NO,
                sources.size() + " Quellen von " + kindsOf(sources).size() + " Arten; Akten werden einer Person zugeordnet, wenn sie "
                        + "eingewilligt hat oder eine Regel ohne Einwilligung gilt. Zweifelsfälle sehen "
                        + installation.hub().review().reviewers().size() + " benannte Prüfende.");
    }

    private static Set<String> kindsOf(Collection<Instance> instances) {
        return instances.stream().map(Instance::authority).collect(Collectors.toSet());
    }

    private static String sentence(List<String> parts) {
        String text = Stream.of(String.join("; ", parts)).filter(one -> !one.isEmpty()).findFirst().orElse("keine");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }
}
