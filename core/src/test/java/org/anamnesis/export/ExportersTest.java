package org.anamnesis.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.testkit.TinyCohort;
import org.junit.jupiter.api.Test;

class ExportersTest {
    @Test
    void everyUnknownFormatIsAProblemWithWhatThereIs() {
        var problems = Exporters.installed().check(List.of("csv", "xls", "sas"));
        assertEquals(List.of("xls", "sas"), problems.stream().map(p -> p.where()).toList());
        assertTrue(problems.get(0).suggestion().contains("csv"));
    }

    /** Fails at the third block, as a disk would that fills up. */
    private static final class Failing implements Exporter.Sink {
        private int blocks;
        private boolean closed;

        @Override
        public void accept(PatientBlock block) throws IOException {
            if (++blocks == 3) {
                throw new IOException("No space left on device");
            }
            if (closed) {
                throw new IllegalStateException("written to after it was closed");
            }
        }

        @Override
        public List<TableFile> finish() {
            throw new IllegalStateException("finished though it failed");
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void aFailureOnAnotherThreadReachesTheCaller() throws IOException {
        var failing = new Failing();
        var cohort = TinyCohort.of(40_000, 1);
        try (var sink = new BackgroundSink(failing, cohort.header().fields().size(), "test")) {
            var failure =
                    assertThrows(
                            IOException.class,
                            () -> {
                                cohort.forEachBlock(sink::accept);
                                sink.finish();
                            });
            assertEquals("No space left on device", failure.getMessage());
        }
        assertTrue(failing.closed);
        assertEquals(3, failing.blocks, "nothing is written after a failure");
    }

    @Test
    void aSinkThatIsGivenUpStopsItsThread() throws IOException {
        var cohort = TinyCohort.of(3000, 1);
        var sink = new BackgroundSink(new Failing(), cohort.header().fields().size(), "given up");
        cohort.forEachBlock(sink::accept);
        sink.close();
        assertTrue(
                Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(t -> t.getName().equals("given up")));
    }
}
