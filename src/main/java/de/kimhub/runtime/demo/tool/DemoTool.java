package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import java.time.LocalDate;

/** An office's tool: its people enter what happens, and it hands over to the hub in its own way. */
public interface DemoTool {

    void enter(Happening happening);

    /** Something that was handed over before the demo was started again: a tool that remembers takes it in. */
    default void remember(Happening happening) {
    }

    /**
     * Exports what was entered since the last time, where the tool exports; a tool with a database has nothing to do.
     *
     * @return rows that the hub will find
     */
    HandedOver handOver(LocalDate month);

    /** @param bad how many of the rows can't be accepted, and are meant so */
    record HandedOver(int rows, int bad) {

        static final HandedOver NOTHING = new HandedOver(0, 0);
    }
}
