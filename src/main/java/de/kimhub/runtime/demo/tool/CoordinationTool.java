package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Office;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** The coordination's table: entered by hand, and written to by the hub. */
final class CoordinationTool implements DemoTool {

    private final ToolDatabase database;
    private int rows;

    CoordinationTool(ToolDatabase database) {
        this.database = database;
    }

    @Override
    public void enter(Happening happening) {
        Map<String, Object> row = new HashMap<>();
        row.put("fall_nr", happening.who() == null ? null : Office.COORDINATION.fileNumber(happening.who()));
        row.put("ereignis", entry(happening));
        row.put("datum", happening.on().toString());
        row.put("thema", happening.details().get(Detail.THEME));
        row.put("strukturthema", happening.details().get(Detail.ISSUE));
        database.insert("ereignis", row);
        rows++;
    }

    @Override
    public HandedOver handOver(LocalDate month) {
        HandedOver handedOver = new HandedOver(rows, 0);
        rows = 0;
        return handedOver;
    }

    private static String entry(Happening happening) {
        return switch (happening.kind()) {
            case COORDINATION_OPENED -> "fall_aufgenommen";
            case COORDINATION_CONFERENCE -> "fallkonferenz";
            case ISSUE_RAISED -> "strukturthema_benannt";
            case ISSUE_RESOLVED -> "strukturthema_geloest";
            default -> throw new IllegalArgumentException("A coordination does not enter " + happening.kind());
        };
    }
}
