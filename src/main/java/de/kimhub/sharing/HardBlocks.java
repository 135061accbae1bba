package de.kimhub.sharing;

import de.kimhub.message.Field;
import java.util.Optional;
import java.util.Set;

/** What no configuration opens. */
final class HardBlocks {

    static final String LAW_OF_BLOCKS = "wegen einer Auskunftssperre (§ 51 BMG) ohne Anschrift, Erreichbarkeit, "
            + "Gemeinde, Schule und Ort von Kurs, Maßnahme und Termin";
    static final String LAW_OF_TITLES = "der genaue Aufenthaltstitel geht an die Einbürgerungsbehörde nur für ein "
            + "anhängiges Verfahren (§ 32 StAG)";

    static final String WHO_GETS_TITLE = "The exact title goes only to auslaenderbehoerde, bamf and, for a pending "
            + "procedure, einbuergerungsbehoerde (Art. 5(1)(c) DSGVO; XAusländer itself tells others STAT-01 to STAT-04).";

    private static final String SCHOOL = "schule";
    private static final String IMMIGRATION = "auslaenderbehoerde";
    private static final String STEERING = "lenkungsgruppe";
    private static final String NATURALISATION = "einbuergerungsbehoerde";
    private static final Set<String> MAY_KNOW_TITLE = Set.of(IMMIGRATION, "bamf", NATURALISATION);

    private static final Set<String> WHERE_SOMEBODY_IS = Set.of("course.provider", "measure.provider", "appointment.place");

    private HardBlocks() {
    }

    static boolean isTitle(Field field) {
        return field.path().equals("residence.title");
    }

    /** The exact residence title is for those who decide about it or on it; others get the coarse one. */
    static boolean tooFineFor(Field field, String authority) {
        return isTitle(field) && titleTooFineFor(authority);
    }

    static boolean titleTooFineFor(String authority) {
        return !MAY_KNOW_TITLE.contains(authority);
    }

    /** It decides on the title only while a procedure is pending. */
    static boolean needsProcedure(Party recipient) {
        return recipient.authority().equals(NATURALISATION);
    }

    /** Where somebody lives or is to be found, and how they are reached. Whom to ask at the source ({@code unit}) is not. */
    static boolean isContact(Field field) {
        String path = field.path();
        return WHERE_SOMEBODY_IS.contains(path) || path.startsWith("school.") || path.startsWith("person.addresses.") || path.equals("person.telephone") || path.equals("person.email")
                || path.equals("event.municipality");
    }

    /** No foreign identifier travels: a recipient gets its own file number, or none. */
    static boolean neverShared(Field field) {
        String path = field.path();
        return path.equals("case.number") || path.startsWith("person.identifiers.")
                || path.equals("consent.fileNumber") || path.equals("consent.fileNumberAt")
                || path.equals("consent.id") || path.equals("source.deliveryId");
    }

    static String whyNeverShared(Field field) {
        return switch (field.path()) {
            case "person.identifiers.azr.value", "person.identifiers.azr.issuer" ->
                    "the AZR-Nummer goes only to the bodies that § 10(4) AZRG names.";
            case "person.identifiers.kundennummer.value", "person.identifiers.kundennummer.issuer",
                 "person.identifiers.bgNummer.value", "person.identifiers.bgNummer.issuer" ->
                    "Kundennummer and BG-Nummer never leave the SGB II area (§ 51a SGB II).";
            default -> "a file number of one body is not passed to another.";
        };
    }

    /** No record of a school reaches an immigration office (§ 87(1) AufenthG); none of a person the steering group. */
    static boolean forbidden(Party sender, Party recipient) {
        return forbidden(sender.authority(), recipient.authority());
    }

    private static boolean forbidden(String sender, String recipient) {
        return sender.equals(SCHOOL) && recipient.equals(IMMIGRATION) || recipient.equals(STEERING);
    }

    static String lawAgainst(Party sender, Party recipient) {
        return !recipient.authority().equals(STEERING)
                ? "Schulen sind von den Mitteilungen an die Ausländerbehörde ausgenommen (§ 87 Abs. 1 AufenthG)"
                : "die Lenkungsgruppe bekommt Zahlen, keine Angaben zu einzelnen Menschen (Art. 5 Abs. 1 c DSGVO)";
    }

    /** What a rule between these kinds of bodies runs into, for whoever wrote it. */
    static Optional<String> whyNoRule(Set<String> senders, Set<String> recipients) {
        if (recipients.contains(STEERING)) {
            return Optional.of("gives records of single people to the steering group, which gets figures only "
                    + "(Art. 5(1)(c) DSGVO; § 9 TIntG NRW gives no power to process personal data)");
        }
        return senders.contains(SCHOOL) && recipients.contains(IMMIGRATION)
                ? Optional.of("passes data of a school to an immigration office. § 87(1) AufenthG excepts schools")
                : Optional.empty();
    }
}
