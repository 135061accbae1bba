package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.kreis.Happening;
import java.time.LocalDate;

/** People with a cupboard full of files: they read what they get on paper, and give nothing. */
final class NoTool implements DemoTool {

    @Override
    public void enter(Happening happening) {
        throw new IllegalArgumentException("Nothing is entered without a tool: " + happening.kind());
    }

    @Override
    public HandedOver handOver(LocalDate month) {
        return HandedOver.NOTHING;
    }
}
