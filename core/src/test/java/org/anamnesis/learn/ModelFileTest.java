package org.anamnesis.learn;

import static org.anamnesis.learn.StrangeFiles.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {
    /** Draws the mean of each column. */
    private static final class Means implements Learner {
        @Override
        public String name() {
            return "means";
        }

        @Override
        public LearnedModel learn(Table people, Training training) {
            double[] means = new double[people.variables().size()];
            for (int k = 0; k < means.length; k++) {
                means[k] =
                        Arrays.stream(people.column(k))
                                .filter(v -> !Double.isNaN(v))
                                .average()
                                .orElse(0);
            }
            return model(people.variables(), means);
        }

        @Override
        public LearnedModel read(List<Variable> variables, DataInput in) throws IOException {
            double[] means = new double[variables.size()];
            for (int k = 0; k < means.length; k++) {
                means[k] = in.readDouble();
            }
            return model(variables, means);
        }

        private static LearnedModel model(List<Variable> variables, double[] means) {
            return new LearnedModel() {
                @Override
                public String engine() {
                    return "means";
                }

                @Override
                public List<Variable> variables() {
                    return variables;
                }

                @Override
                public void draw(
                        double[][] columns,
                        double[] weights,
                        List<Allowance> allowed,
                        long first,
                        int count,
                        SeedTree seeds) {
                    for (int k = 0; k < means.length; k++) {
                        Arrays.fill(columns[k], 0, count, means[k]);
                    }
                    Arrays.fill(weights, 0, count, 1);
                }

                @Override
                public void write(DataOutput out) throws IOException {
                    for (double m : means) {
                        out.writeDouble(m);
                    }
                }
            };
        }
    }

    @TempDir private Path folder;
    private Path file;
    private ModelFile model;
    private byte[] whole;

    @BeforeEach
    void prepare() throws IOException {
        Path csv =
                new StrangeFiles(folder)
                        .rows("age,x,name", 60, i -> (20 + i % 50) + "," + i % 7 + ",n" + i);
        SourceTable table = SourceTable.read(csv, 1);
        Schema schema = Profiler.schema(table);
        RuledModel learned =
                RuledModel.learn(
                        new Means(), Coded.of(table, schema).table(), List.of(), Training.usual(1));
        model =
                new ModelFile(
                        schema,
                        "means",
                        Map.of("seed", 1),
                        Provenance.of(table, schema, table.rows(), "2026-11-28", "0.1.0"),
                        Map.of("membership_auc", 0.51),
                        Map.of(),
                        learned);
        file = folder.resolve("m.model");
        model.write(file);
        whole = Files.readAllBytes(file);
    }

    private static Optional<Learner> engines(String name) {
        return name.equals("means") ? Optional.of(new Means()) : Optional.empty();
    }

    private ModelFile read(byte[] bytes) {
        try {
            return ModelFile.read(
                    Files.write(folder.resolve("x.model"), bytes), ModelFileTest::engines);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatIsWrittenIsRead() {
        ModelFile back = ModelFile.read(file, ModelFileTest::engines);
        assertEquals(model.schema(), back.schema());
        assertEquals(model.provenance(), back.provenance());
        assertEquals(model.privacy(), back.privacy());
        assertEquals(model.rows().variables(), back.rows().variables());
        double[][] a = new double[2][3];
        double[][] b = new double[2][3];
        List<Allowance> any = List.of(Allowance.ANY, Allowance.ANY);
        model.rows().draw(a, new double[3], any, 0, 3, new SeedTree(1));
        back.rows().draw(b, new double[3], any, 0, 3, new SeedTree(1));
        assertTrue(Arrays.deepEquals(a, b));
        assertEquals(
                List.of("name: " + String.join(" ", model.schema().columns().get(2).why())),
                back.provenance().dropped());
    }

    @Test
    void aTruncatedFileIsDamagedWhereverItIsCut() {
        for (int n = 1; n < whole.length; n += n < 40 ? 1 : 29) {
            byte[] cut = Arrays.copyOf(whole, n);
            assertEquals(List.of("model.damaged"), problems(() -> read(cut)), "cut at " + n);
        }
        assertEquals(List.of("model.kind"), problems(() -> read(new byte[0])));
    }

    @Test
    void anAlteredByteIsFoundWhereverItIs() {
        for (int n = 8; n < whole.length; n += 37) {
            byte[] altered = whole.clone();
            altered[n] ^= 1;
            assertTrue(
                    List.of("model.damaged", "model.newer")
                            .contains(problems(() -> read(altered)).get(0)),
                    "altered at " + n);
        }
    }

    @Test
    void otherFilesAndNewerVersionsAreNamed() {
        assertEquals(
                List.of("model.kind"),
                problems(
                        () ->
                                read(
                                        "PK\u0003\u0004 a zip"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8))));
        assertEquals(
                List.of("model.kind"),
                problems(
                        () ->
                                read(
                                        "age,sex\n1,2\n"
                                                .getBytes(
                                                        java.nio.charset.StandardCharsets.UTF_8))));
        byte[] newer = signed(ByteBuffer.wrap(whole.clone()).putInt(8, 99).array());
        assertEquals(List.of("model.newer"), problems(() -> read(newer)));
        assertEquals(
                List.of("model.engine"),
                problems(() -> ModelFile.read(file, name -> Optional.empty())));
        assertEquals(
                List.of("model.absent"),
                problems(() -> ModelFile.read(folder.resolve("none"), ModelFileTest::engines)));
    }

    /** A file made to do harm has a checksum that fits; its lengths are still not believed. */
    @Test
    void absurdLengthsTakeNoMemory() {
        int header = ByteBuffer.wrap(whole).getInt(12);
        int section = 16 + header + 4 + 4 + ModelFile.ROWS.length();
        for (int length :
                new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 64 << 20, whole.length}) {
            byte[] wrong = signed(ByteBuffer.wrap(whole.clone()).putInt(12, length).array());
            assertEquals(List.of("model.damaged"), problems(() -> read(wrong)));
            byte[] sections =
                    signed(ByteBuffer.wrap(whole.clone()).putInt(16 + header, length).array());
            assertEquals(List.of("model.damaged"), problems(() -> read(sections)));
        }
        for (long length : new long[] {-1, Long.MAX_VALUE, 1L << 40, 3, 17}) {
            byte[] wrong = signed(ByteBuffer.wrap(whole.clone()).putLong(section, length).array());
            assertEquals(
                    List.of("model.damaged"), problems(() -> read(wrong)), "section of " + length);
        }
    }

    private static byte[] signed(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, bytes.length - 32);
            System.arraycopy(digest.digest(), 0, bytes, bytes.length - 32, 32);
            return bytes;
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void nothingOfOthersIsReplacedAndNothingIsLeftBehind() throws IOException {
        model.write(file); // a model may be learned again
        Path other = Files.writeString(folder.resolve("thesis.txt"), "ten years of work");
        assertEquals(List.of("model.out.not-ours"), problems(() -> model.write(other)));
        assertEquals("ten years of work", Files.readString(other));
        assertEquals(List.of("model.out.folder"), problems(() -> model.write(folder)));
        assertEquals(
                List.of("model.out.parent"), problems(() -> model.write(folder.resolve("no/m"))));
        try (Stream<Path> list = Files.list(folder)) {
            assertTrue(list.noneMatch(p -> p.toString().contains(".partial")));
        }
    }

    /** The schema keeps no value of a column that was dropped, and no row. */
    @Test
    void theFileHoldsNoDroppedValue() {
        String text = new String(whole, java.nio.charset.StandardCharsets.ISO_8859_1);
        for (int i = 0; i < 60; i++) {
            assertTrue(!text.contains("\"n" + i + "\""));
        }
    }
}
