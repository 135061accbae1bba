package de.kimhub.sharing;

import de.kimhub.message.Field;
import java.util.Set;

/** What no configuration opens. */
final class HardBlocks {

    private static final Set<String> MAY_KNOW_TITLE = Set.of("auslaenderbehoerde", "bamf", "einbuergerungsbehoerde");

    private HardBlocks() {
    }

    /** The exact residence title is for those who decide about it or on it; others get the coarse one. */
    static boolean tooFineFor(Field field, String authority) {
        return field.path().equals("residence.title") && !MAY_KNOW_TITLE.contains(authority);
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
        return sender.authority().equals("schule") && recipient.authority().equals("auslaenderbehoerde")
                || recipient.authority().equals("lenkungsgruppe");
    }
}
