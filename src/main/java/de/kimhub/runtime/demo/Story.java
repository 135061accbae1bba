package de.kimhub.runtime.demo;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Resident;
import java.util.List;

/** What happens to one person, step by step. */
record Story(String name, String title, Resident who, List<Step> steps) {

    /** @param happening empty for a Jobcenter export in which nothing has changed */
    record Step(String text, List<Happening> happening, boolean withJobcenter) {
    }
}
