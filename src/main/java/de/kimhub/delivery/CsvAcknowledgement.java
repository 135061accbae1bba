package de.kimhub.delivery;

import de.kimhub.connector.Instance;
import java.util.List;
import java.util.function.Consumer;

/** A table; many refused records go into further files of the same document. */
final class CsvAcknowledgement implements AcknowledgementForm {

    /** Records in one file at the most. */
    private static final int PART = 10_000;

    private final FinishedDocuments documents;
    private final AcknowledgementCsv csv;

    CsvAcknowledgement(FinishedDocuments documents, AcknowledgementCsv csv) {
        this.documents = documents;
        this.csv = csv;
    }

    @Override
    public void write(Instance source, FinishedDocument document, Consumer<byte[]> file) {
        long after = -1;
        for (int part = 0; ; part++) {
            List<FinishedDocument.Refused> refused = documents.refused(document.id(), after, PART);
            if (part == 0 || !refused.isEmpty()) {
                file.accept(csv.write(document, part, refused));
            }
            if (refused.size() < PART) {
                return;
            }
            after = refused.getLast().recordNo();
        }
    }

    @Override
    public String fileExtension() {
        return "csv";
    }
}
