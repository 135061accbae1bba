package de.kimhub.delivery;

import de.kimhub.connector.HubConfiguration.Clearing;
import de.kimhub.delivery.XInneresMessage.Address;
import de.kimhub.delivery.XInneresMessage.Kind;
import java.util.Base64;
import javax.xml.stream.XMLStreamException;

/** The two messages of XInneres by which the hub answers a message: refused (0010), and done (0020). */
final class XInneresAnswers {

    private static final Kind REJECTION = new Kind("rueckweisung.asynchron.0010", "0010", "xirts",
            "http://www.osci.de/xinneres/rueckweisung/6", "XInneres-Rueckweisung", "6");
    private static final Kind RECEIPT = new Kind("quittungVonSachverhalten.quittung.0020", "0020", "xiqu",
            "http://www.osci.de/xinneres/quittung/5", "XInneres-QuittungVonSachverhalten", "5");
    private static final String TYPES = "urn:de:xauslaender:codelist:nachrichtentyp";
    private static final String DISCLOSURE_BLOCK_PROCESSED = "1";

    private final Clearing clearing;

    XInneresAnswers(Clearing clearing) {
        this.clearing = clearing;
    }

    /**
     * @param code        of the XInneres error list
     * @param description our own code and what to do, without content
     * @param message     the refused message; empty when it is not kept
     */
    byte[] rejection(Address address, String code, String description, byte[] message) {
        return XInneresMessage.write(REJECTION, address, clearing, xml -> xml.within("rueckweisung", part -> {
            xml.within("rueckweisendeStelle", place -> {
                xml.text("pruefinstanz", clearing.name());
                xml.within("anschrift", at -> xml.address(clearing));
                xml.reachable(clearing);
            });
            xml.within("rueckweisungsgrund", reason -> {
                xml.code("grund", code, null, null);
                xml.within("grundSpezifisch", own -> xml.text("fehlerbeschreibung", XInneresText.of(description)));
            });
            if (isIdentified(address.reader())) {
                xml.within("idNachricht", id -> identification(xml, address.reader()));
            }
            xml.text("nachricht", Base64.getEncoder().encodeToString(message));
        }));
    }

    /** That the disclosure block of an accepted message took effect; the message must be identified. */
    byte[] receipt(Address address) {
        MessageHead original = address.reader();
        return XInneresMessage.write(RECEIPT, address, clearing, xml -> {
            xml.within("ursprungsnachricht", id -> identification(xml, original));
            xml.within("quittung", part -> {
                MessageHead.Event event = original.event().orElseGet(() -> new MessageHead.Event(
                        original.createdAt().orElseThrow(), original.uuid().orElseThrow()));
                xml.within("ursprungsereignis", id -> {
                    xml.text("ereignis.zeitpunkt", event.time());
                    xml.text("ereignis.zeichen", event.sign());
                });
                xml.code("sachverhalt", DISCLOSURE_BLOCK_PROCESSED, null, null);
            });
        });
    }

    static boolean isIdentified(MessageHead head) {
        return head.uuid().isPresent() && head.type().isPresent() && head.typeListVersion().isPresent()
                && head.createdAt().isPresent();
    }

    private static void identification(XInneresMessage xml, MessageHead head) throws XMLStreamException {
        xml.text("nachrichtenUUID", head.uuid().orElseThrow());
        xml.code("nachrichtentyp", head.type().orElseThrow(), head.typeList().orElse(TYPES),
                head.typeListVersion().orElseThrow());
        xml.text("erstellungszeitpunkt", head.createdAt().orElseThrow());
    }
}
