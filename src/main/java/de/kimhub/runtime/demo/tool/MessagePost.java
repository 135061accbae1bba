package de.kimhub.runtime.demo.tool;

import de.kimhub.runtime.demo.tool.DemoTool.HandedOver;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Messages of XAusländer that wait to be handed over, and the collection in which they then go. */
final class MessagePost {

    private final Path exports;
    private final String name;
    private final List<Consumer<Xml>> messages = new ArrayList<>();
    private int bad;

    /** @param name of the files, before the month */
    MessagePost(Path exports, String name) {
        this.exports = exports;
        this.name = name;
    }

    /** @param body what stands behind the head */
    void add(MessageHead head, Consumer<Xml> body) {
        messages.add(xml -> {
            head.begin(xml);
            body.accept(xml);
            xml.end().line();
        });
        bad += head.fault() == MessageHead.Fault.NONE ? 0 : 1;
    }

    HandedOver handOver(LocalDate month) {
        if (messages.isEmpty()) {
            return HandedOver.NOTHING;
        }
        write(name + "-" + month.toString().substring(0, 7) + ".xml");
        HandedOver handedOver = new HandedOver(messages.size(), bad);
        messages.clear();
        bad = 0;
        return handedOver;
    }

    private void write(String file) {
        Path unfinished = exports.resolve("." + file + ".tmp");
        try {
            Files.createDirectories(exports);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16);
                 Xml xml = new Xml(out)) {
                xml.bare("nachrichten").line();
                messages.forEach(message -> message.accept(xml));
            }
            Files.move(unfinished, exports.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The tool's folder " + exports + " can't be written to", e);
        }
    }
}
