package org.anamnesis.signals.eeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The pages of the guide are those of the present code; {@link ShowEegs} draws them anew. */
@Tag("slow")
class GuidePagesTest {
    @Test
    void theGuideShowsWhatIsDrawnNow() throws Exception {
        Path guide = Path.of("../docs/guide/signals-eeg");
        var drawn = ShowEegs.drawn();
        List<Path> pages;
        try (var files = Files.list(guide)) {
            pages = files.filter(p -> p.toString().endsWith(".svg")).sorted().toList();
        }
        assertTrue(pages.size() >= 8, "pages " + pages);
        for (Path page : pages) {
            String name = page.getFileName().toString().replace(".svg", "");
            assertArrayEquals(drawn.get(name), Files.readAllBytes(page), name);
        }
    }
}
