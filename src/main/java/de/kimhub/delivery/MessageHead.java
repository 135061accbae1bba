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

    Optional<String> eventTime() {
        return value("ereignis.zeitpunkt").filter(MessageHead::isDateTime);
    }

    Optional<String> eventSign() {
        return value("ereignis.zeichen").filter(text -> text.length() <= LONGEST_SIGN);
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
