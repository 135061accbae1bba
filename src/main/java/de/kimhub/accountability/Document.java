package de.kimhub.accountability;

import java.util.ArrayList;
import java.util.List;

/** A text with headings and tables, written as HTML or ODT alike. */
public final class Document {

    private final String title;
    private final List<Block> blocks = new ArrayList<>();

    Document(String title) {
        this.title = title;
    }

    /** What stands one below the other. */
    public sealed interface Block {
    }

    /** @param level 2 or 3; the title is 1 */
    public record Heading(int level, String text) implements Block {
    }

    public record Paragraph(String text) implements Block {
    }

    /** What the officer has to look at first. */
    public record Notice(String text) implements Block {
    }

    /** @param rows of as many cells as the heading; a cell is one paragraph or several */
    public record Table(List<String> heading, List<List<List<String>>> rows) implements Block {
    }

    public String title() {
        return title;
    }

    public List<Block> blocks() {
        return List.copyOf(blocks);
    }

    void heading(int level, String text) {
        blocks.add(new Heading(level, text));
    }

    void paragraph(String text) {
        blocks.add(new Paragraph(text));
    }

    void notice(String text) {
        blocks.add(new Notice(text));
    }

    /** Nothing when there are no rows. */
    void table(List<String> heading, List<List<String>> rows) {
        lists(heading, rows.stream().map(row -> row.stream().map(List::of).toList()).toList());
    }

    void lists(List<String> heading, List<List<List<String>>> rows) {
        if (!rows.isEmpty()) {
            blocks.add(new Table(List.copyOf(heading), List.copyOf(rows)));
        }
    }
}
