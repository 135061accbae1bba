package de.kimhub.operations.pages;

import de.kimhub.intake.DocumentRefused;
import de.kimhub.intake.HandOver;
import de.kimhub.intake.Intake;
import de.kimhub.intake.IntakeProblems;
import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.springframework.stereotype.Component;

/** Streams a form's file into the intake, the same that a folder's file goes to; nothing of it is laid down in between. */
@Component
class HandIn {

    private final Intake intake;
    private final PageSettings settings;

    HandIn(Intake intake, PageSettings settings) {
        this.intake = intake;
        this.settings = settings;
    }

    /**
     * @param form when the form was shown: sent twice, it is one hand-over
     * @return number of the document
     */
    long take(String instanceId, HttpServletRequest request, Instant form) {
        try {
            FileUpload upload = new FileUpload();
            upload.setHeaderEncoding("UTF-8");
            FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField() && part.getName() != null && !part.getName().isBlank()) {
                    return take(instanceId, part, form);
                }
            }
            throw new PageRefused(PageProblem.NO_FILE);
        } catch (DocumentRefused refused) {
            throw new PageRefused(refused.code() == IntakeProblems.NOT_MARKED ? PageProblem.NOT_MARKED
                    : PageProblem.TEST_DOCUMENT);
        } catch (TooLarge tooLarge) {
            throw new PageRefused(PageProblem.TOO_LARGE);
        } catch (IOException broken) {
            throw new PageRefused(PageProblem.INTERRUPTED);
        }
    }

    private long take(String instanceId, FileItemStream part, Instant form) throws IOException {
        try (InputStream content = new Limited(part.openStream(), settings.uploadBytes())) {
            return intake.accept(instanceId, new HandOver(plain(part.getName()), 0, form), content).documentId();
        }
    }

    /** Some browsers send the folders too. */
    private static String plain(String name) {
        return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }

    private static final class TooLarge extends IOException {

        private static final long serialVersionUID = 1L;
    }

    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream content, long most) {
            super(content);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            return counted(read, read < 0 ? 0 : 1);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            return counted(read, Math.max(read, 0));
        }

        private int counted(int answer, int bytes) throws TooLarge {
            left -= bytes;
            if (left < 0) {
                throw new TooLarge();
            }
            return answer;
        }
    }
}
