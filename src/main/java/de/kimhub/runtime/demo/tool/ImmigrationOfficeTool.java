package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Kind;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.Resident;
import de.kimhub.runtime.demo.tool.MessageHead.Fault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The Ausländerbehörde's tool: copies of the messages that it sent, and of those that Meldebehörden sent to it, in one
 * collection a month; in the year's first half in the release before the current one.
 */
final class ImmigrationOfficeTool implements DemoTool {

    private final MessagePost post;
    private final Map<Integer, PersonXml> changed = new HashMap<>();

    ImmigrationOfficeTool(Path exports) {
        post = new MessagePost(exports, "xauslaender");
    }

    @Override
    public void enter(Happening happening) {
        Kind kind = happening.is(Detail.ORIGINAL) ? Kind.valueOf(happening.detail(Detail.ORIGINAL)) : happening.kind();
        PersonXml person = person(happening.who());
        switch (kind) {
            case ARRIVED -> register(happening, "MBABH.Anmeldung.030101", xml -> RegisterXml.arrival(xml, person, happening));
            case MOVED -> register(happening, "MBABH.Hauptwohnung.030103", xml -> RegisterXml.move(xml, person, happening));
            case NAME_CHANGED ->
                    register(happening, "MBABH.Name.030105", xml -> RegisterXml.name(xml, person, happening));
            case BLOCK_SET -> register(happening, "MBABH.Auskunftssperre.030112", xml -> RegisterXml.block(xml, happening));
            case BLOCK_LIFTED -> register(happening, "MBABH.Auskunftssperre.030112", RegisterXml::unblock);
            case RESIDENCE_STATUS -> status(happening, happening.detail(Detail.STATUS), Fault.NONE);
            case RESIDENCE_APPOINTMENT -> send(happening, "OZG.Terminmitteilung.130105", Authority.PORTAL, Fault.NONE,
                    xml -> ApplicationXml.appointment(xml, happening));
            case COURSE_ENTITLED -> send(happening, "ABHBAMF.Teilnahmeberechtigung.070001", Authority.FEDERAL_OFFICE,
                    Fault.NONE, xml -> EntitlementXml.entitled(xml, person, happening));
            case COURSE_OBLIGED -> send(happening, EntitlementXml.obligation(person.who()), Authority.FEDERAL_OFFICE,
                    Fault.NONE, xml -> EntitlementXml.obliged(xml, person, happening));
            case TEST_MESSAGE -> status(happening, "01", Fault.TEST);
            case BAD -> bad(happening, person);
            default -> throw new IllegalArgumentException("An Ausländerbehörde does not enter " + kind);
        }
        remember(happening);
    }

    @Override
    public void remember(Happening happening) {
        Resident who = happening.who();
        PersonXml before = person(who);
        switch (happening.kind()) {
            case NAME_CHANGED -> changed.put(who.no(),
                    new PersonXml(who, happening.detail(Detail.NAME), before.street()));
            case MOVED -> changed.put(who.no(), new PersonXml(who, before.family(), RegisterXml.NEW_STREET));
            default -> { }
        }
    }

    @Override
    public HandedOver handOver(LocalDate month) {
        return post.handOver(month);
    }

    private PersonXml person(Resident who) {
        return changed.getOrDefault(who.no(), PersonXml.of(who));
    }

    private void status(Happening happening, String code, Fault fault) {
        send(happening, "OZG.Statusmeldung.130104", Authority.PORTAL, fault,
                xml -> ApplicationXml.status(xml, happening, code));
    }

    private void bad(Happening happening, PersonXml person) {
        switch (happening.detail(Detail.REASON)) {
            case "unqualified" -> send(happening, "ABHBAMF.Teilnahmeberechtigung.070001", Authority.FEDERAL_OFFICE,
                    Fault.ALL_QUALIFIED, xml -> EntitlementXml.entitled(xml, person, happening));
            case "unknown-message" -> send(happening, "ABHBAMF.UebernahmeAuskunft.070016", Authority.FEDERAL_OFFICE,
                    Fault.OTHER, xml -> xml.own("ihrZeichen", Office.ABH.fileNumber(happening.who())));
            default -> status(happening, "99", Fault.OTHER);
        }
    }

    private void send(Happening happening, String element, Authority reader, Fault fault, Consumer<Xml> body) {
        post.add(MessageHead.of(happening, element, Release.on(happening.on()), Authority.IMMIGRATION_OFFICE, reader,
                fault), body);
    }

    private void register(Happening happening, String element, Consumer<Xml> body) {
        MessageHead head = MessageHead.of(happening, element, Release.on(happening.on()),
                Authority.registrationOffice(happening.who().home()), Authority.IMMIGRATION_OFFICE, Fault.NONE);
        post.add(head, xml -> {
            xml.own("identifikation.ereignis").bare("ereignis.zeitpunkt", head.created())
                    .bare("ereignis.zeichen", "MB-" + happening.number()).end();
            UUID corrected = MessageHead.corrected(happening);
            if (corrected != null) {
                xml.own("ausloeserUUID", corrected.toString());
            }
            PersonXml.of(happening.who()).identification(xml);
            body.accept(xml);
        });
    }
}
