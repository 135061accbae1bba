package de.kimhub.runtime.demo.kreis;

import java.time.LocalDate;
import java.util.List;

/**
 * What happens in one month, in three waves: first what case managers enter, then what the offices with databases and
 * the language school do, then the Jobcenter, which exports its stock at the end of the month.
 */
public record Month(LocalDate first, List<Happening> caseManagement, List<Happening> offices,
                    List<Happening> jobcenter) {

    public List<List<Happening>> waves() {
        return List.of(caseManagement, offices, jobcenter);
    }
}
