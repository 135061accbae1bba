package de.kimhub.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceTest {

    private static final Path FILE = Path.of("docs", "reference.md");

    @Test
    void theReferenceIsTheOneThatTheProductGives(@TempDir Path folder) throws IOException {
        String reference = Reference.write(folder);
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(FILE, reference);
        }
        assertThat(FILE).content().as("docs/reference.md is generated. Write it anew with"
                + " mvn test -Dtest=ReferenceTest -Dregenerate=true, look at the difference and commit it.")
                .isEqualToNormalizingNewlines(reference);
    }

    @Test
    void everyCodeSaysWhatItIsAndThenWhatToDo() {
        assertThat(CodeTable.codes().values()).allSatisfy(code -> assertThat(code.germanText())
                .as(code.code() + ": one sentence says what is wrong, another one what to do")
                .matches("(?s).+[.?!:)] .+[.?!]"));
    }
}
