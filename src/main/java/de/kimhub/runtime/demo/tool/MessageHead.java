package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Head of a message of XAusländer.
 *
 * @param element name of the message: its last six digits are its type
 * @param uuid    new for each message and each correction, the same when it is only sent again
 */
record MessageHead(String element, UUID uuid, LocalDate on, Release release, Authority author, Authority reader,
                   Fault fault) {

    private static final ZoneId HERE = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final int TYPE = 6;

    /** What is wrong with a message, on purpose. */
    enum Fault { NONE, TEST, ALL_QUALIFIED, OTHER }

    static MessageHead of(Happening happening, String element, Release release, Authority author, Authority reader,
                          Fault fault) {
        return new MessageHead(element, uuid(happening, version(happening)), happening.on(), release, author, reader,
                fault);
    }

    /** UUID of the message that this one corrects, or {@code null}. */
    static UUID corrected(Happening happening) {
        int version = version(happening);
        return version == 0 ? null : uuid(happening, version - 1);
    }

    /** UUID of the application that the office answers now: all its answers to it name it. */
    static UUID application(Happening happening) {
        return uuid("for " + happening.at(), happening.who().no(), 0);
    }

    /** UUID of a single question that the office answers now. */
    static UUID question(Happening happening) {
        return uuid("for " + happening.at(), -happening.number(), 0);
    }

    private static UUID uuid(Happening happening, int version) {
        return uuid("by " + happening.at(), happening.number(), version);
    }

    private static UUID uuid(String what, long number, int version) {
        return UUID.nameUUIDFromBytes((what + "/" + number + "/" + version).getBytes(StandardCharsets.UTF_8));
    }

    private static int version(Happening happening) {
        String version = happening.detail(Detail.VERSION);
        return version.isEmpty() ? 0 : Integer.parseInt(version);
    }

    void begin(Xml xml) {
        xml.message(element, release.namespace(), fault == Fault.ALL_QUALIFIED, attributes());
        xml.bare("nachrichtenkopf.g2g").bare("identifikation.nachricht").bare("nachrichtenUUID", uuid.toString())
                .bareCode("nachrichtentyp", "19", element.substring(element.length() - TYPE))
                .bare("erstellungszeitpunkt", created()).end();
        xml.bare("leser");
        reader.writeReader(xml);
        xml.end().bare("autor");
        author.writeAuthor(xml);
        xml.end().end().bare("anschrift.autor");
        author.writeAddress(xml);
        xml.end();
    }

    String created() {
        return on.atTime(10, 15, 30, 123_000_000).atZone(HERE).format(CREATED);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("produkt", "Muster-Fachverfahren");
        attributes.put("produkthersteller", "Muster");
        attributes.put("standard", "XAusländer");
        attributes.put("version", release.version());
        if (fault == Fault.TEST) {
            attributes.put("test", "Probelauf");
        }
        return attributes;
    }
}
