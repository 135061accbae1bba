package de.kimhub.translation;

import java.time.LocalDate;
import java.util.List;

/** Writes items, whose columns are filled, in a tool's format. Equal rows of the same day give equal bytes. */
interface OutWriter {

    /** @throws SandboxedXslt.Failed when these rows together cannot be given this form */
    byte[] write(List<OutRow> rows, LocalDate today) throws SandboxedXslt.Failed;

    /** Without dot. */
    String fileExtension();

    /** An item's columns, in their order: none, one or several texts each. */
    record OutRow(List<List<String>> cells) {

        /** The text of a column that does not repeat. */
        String text(int column) {
            List<String> texts = cells.get(column);
            return texts.isEmpty() ? "" : texts.getFirst();
        }

        String[] texts() {
            String[] texts = new String[cells.size()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text(i);
            }
            return texts;
        }

        /** How many columns, never what is in them. */
        @Override
        public String toString() {
            return cells.size() + " columns";
        }
    }
}
