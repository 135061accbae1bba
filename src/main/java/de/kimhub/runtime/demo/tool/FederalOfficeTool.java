package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Kind;
import de.kimhub.runtime.demo.tool.MessageHead.Fault;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The BAMF's regional office: what it answers the Ausländerbehörde about integration courses. */
final class FederalOfficeTool implements DemoTool {

    private static final String ATTENDANCE = "BAMFABH.AuskunftKursteilnahme.070015";

    private final MessagePost post;

    FederalOfficeTool(Path exports) {
        post = new MessagePost(exports, "integrationskurse");
    }

    @Override
    public void enter(Happening happening) {
        Kind kind = happening.is(Detail.ORIGINAL) ? Kind.valueOf(happening.detail(Detail.ORIGINAL)) : happening.kind();
        switch (kind) {
            case COURSE_ADMITTED -> send(happening, "BAMFABH.TeilnahmeberechtigungVerpflichtung.Akzeptanz.070003",
                    xml -> CourseXml.admitted(xml, happening));
            case COURSE_NOT_ADMITTED -> refuse(happening);
            case COURSE_STARTED, COURSE_ABORTED, COURSE_COMPLETED ->
                    send(happening, ATTENDANCE, xml -> CourseXml.attendance(xml, kind, happening));
            default -> throw new IllegalArgumentException("The BAMF does not enter " + kind);
        }
    }

    private void refuse(Happening happening) {
        if (CourseXml.DUPLICATE.equals(happening.detail(Detail.REASON))) {
            send(happening, "BAMFABH.Dublette.070004", xml -> CourseXml.duplicate(xml, happening));
        } else {
            send(happening, "BAMFABH.BerechtigungVerpflichtungNichtMoeglich.070005",
                    xml -> CourseXml.notPossible(xml, happening));
        }
    }

    @Override
    public HandedOver handOver(LocalDate month) {
        return post.handOver(month);
    }

    private void send(Happening happening, String element, Consumer<Xml> body) {
        post.add(MessageHead.of(happening, element, Release.CURRENT, Authority.FEDERAL_OFFICE,
                Authority.IMMIGRATION_OFFICE, Fault.NONE), body);
    }
}
