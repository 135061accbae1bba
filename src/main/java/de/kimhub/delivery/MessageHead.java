package de.kimhub.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;

/**
 * What could be read of a message's head (XInneres {@code nachrichtenkopf.g2g}): by path below the head, as
 * {@link MessageXml} reads it. Anything may be missing.
 */
record MessageHead(Map<String, String> values) {

    static final String EVENT = "identifikation.ereignis";
    /** What the author wants a receipt for. */
    static final String RECEIPT_EVENT = "identifikation.quittungsrelevanterSachverhalt";

    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int LONGEST_SIGN = 100;

    MessageHead {
        values = Map.copyOf(new HashMap<>(values));
    }

    Optional<String> uuid() {
        return value("identifikation.nachricht/nachrichtenUUID").filter(text -> UUID.matcher(text).matches());
    }

    Optional<String> type() {
        return value("identifikation.nachricht/nachrichtentyp/code");
    }

    Optional<String> typeList() {
        return value("identifikation.nachricht/nachrichtentyp/@listURI");
    }

    Optional<String> typeListVersion() {
        return value("identifikation.nachricht/nachrichtentyp/@listVersionID");
    }

    Optional<String> createdAt() {
        return value("identifikation.nachricht/erstellungszeitpunkt").filter(MessageHead::isDateTime);
    }

    Optional<String> authorDirectory() {
        return value("autor/verzeichnisdienst/code");
    }

    Optional<String> authorDirectoryVersion() {
        return value("autor/verzeichnisdienst/@listVersionID");
    }

    Optional<String> authorIdentifier() {
        return value("autor/kennung");
    }

    Optional<String> authorName() {
        return value("autor/name");
    }

    /** The author marks something in the message as worth a receipt. */
    boolean asksForReceipt() {
        return event(RECEIPT_EVENT).isPresent();
    }

    /** What a receipt refers to: what the author marked, or else the message's event. */
    Optional<Event> event() {
        return event(RECEIPT_EVENT).or(() -> event(EVENT));
    }

    private Optional<Event> event(String element) {
        Optional<String> time = value(element + "/ereignis.zeitpunkt").filter(MessageHead::isDateTime);
        return value(element + "/ereignis.zeichen").filter(text -> text.length() <= LONGEST_SIGN)
                .flatMap(sign -> time.map(at -> new Event(at, sign)));
    }

    /** A single case within a message. */
    record Event(String time, String sign) {
    }

    /** The message says that it is a test. */
    Optional<String> test() {
        return value("@test");
    }

    private Optional<String> value(String path) {
        return Optional.ofNullable(values.get(path)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static boolean isDateTime(String text) {
        try {
            return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(text).getXMLSchemaType()
                    .equals(DatatypeConstants.DATETIME);
        } catch (IllegalArgumentException | IllegalStateException noTime) {
            return false;
        }
    }

    /** How much could be read, never what. */
    @Override
    public String toString() {
        return values.size() + " values of a head";
    }
}
