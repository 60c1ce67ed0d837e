package org.anamnesis.parquet.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.anamnesis.learn.SourceTable;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.random.SeedTree;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that the reference implementation wrote, in its ways of packing, and damaged ones. */
class ParquetInputTest {
    private static final int ROWS = 1500;

    private static final String SCHEMA =
            """
            message patients {
              required int64 id;
              optional int32 age;
              optional double hba1c;
              optional float weight;
              optional boolean smoker;
              optional binary ward (STRING);
              optional int32 born (DATE);
              optional int64 seen (TIMESTAMP(MICROS,true));
              optional int32 cost (DECIMAL(9,2));
              optional fixed_len_byte_array(5) total (DECIMAL(11,3));
              optional int32 visits (INTEGER(8,false));
              optional group address { optional binary city (STRING); }
              required int64 __index_level_0__;
            }
            """;

    @TempDir private Path folder;

    private static double u(int row, int k) {
        return SeedTree.uniform(SeedTree.key(77, row), k);
    }

    private static boolean there(int row, int k) {
        return u(row, k) > 0.2;
    }

    /** One row as it is written and as its text should be. */
    private static String row(int i, Group g) {
        var text = new StringBuilder().append(1_000_000_000_000L + 7L * i);
        g.add("id", 1_000_000_000_000L + 7L * i);
        int age = 20 + i % 70;
        text.append(',').append(there(i, 1) ? "" + age : "");
        double a1c = Math.rint(10 * (5 + 5 * u(i, 20))) / 10;
        text.append(',').append(there(i, 2) ? Double.toString(a1c) : "");
        float kg = Math.round(10 * (40 + 80 * u(i, 21))) / 10f;
        text.append(',').append(there(i, 3) ? Float.toString(kg) : "");
        text.append(',').append(there(i, 4) ? "" + (i % 3 == 0) : "");
        String ward = i % 50 == 0 ? "a \"b\", c" : "größer " + i % 7;
        text.append(',').append(there(i, 5) ? i % 50 == 0 ? "\"a \"\"b\"\", c\"" : ward : "");
        LocalDate born = LocalDate.of(1930, 1, 1).plusDays(17L * i % 30_000);
        text.append(',').append(there(i, 6) ? born.toString() : "");
        text.append(',').append(there(i, 7) ? "2021-03-04T05:06:%02d".formatted(i % 60) : "");
        text.append(',').append(there(i, 8) ? String.format(Locale.ROOT, "-%d.25", i) : "");
        text.append(',').append(there(i, 9) ? "-0.%03d".formatted(i % 900 + 1) : "");
        text.append(',').append(there(i, 10) ? "" + i % 256 : "");
        text.append(',').append(there(i, 11) ? "Köln" + i : "");
        if (there(i, 1)) {
            g.add("age", age);
        }
        if (there(i, 2)) {
            g.add("hba1c", a1c);
        }
        if (there(i, 3)) {
            g.add("weight", kg);
        }
        if (there(i, 4)) {
            g.add("smoker", i % 3 == 0);
        }
        if (there(i, 5)) {
            g.add("ward", ward);
        }
        if (there(i, 6)) {
            g.add("born", (int) born.toEpochDay());
        }
        if (there(i, 7)) {
            g.add("seen", (1_614_834_360L + i % 60) * 1_000_000 + 999);
        }
        if (there(i, 8)) {
            g.add("cost", -(100 * i + 25));
        }
        if (there(i, 9)) {
            long v = -(i % 900 + 1);
            byte[] five = new byte[5];
            for (int k = 0; k < 5; k++) {
                five[4 - k] = (byte) (v >> (8 * k));
            }
            g.add("total", Binary.fromConstantByteArray(five));
        }
        if (there(i, 10)) {
            g.add("visits", i % 256);
        }
        if (there(i, 11)) {
            g.addGroup("address").add("city", "Köln" + i);
        }
        g.add("__index_level_0__", (long) i);
        return text.append('\n').toString();
    }

    private String written(
            Path file, CompressionCodecName codec, WriterVersion version, boolean dictionary)
            throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType(SCHEMA);
        var groups = new SimpleGroupFactory(schema);
        var text =
                new StringBuilder(
                        "id,age,hba1c,weight,smoker,ward,born,seen,cost,total,visits,address.city\n");
        try (var writer =
                ExampleParquetWriter.builder(new LocalOutputFile(file))
                        .withConf(new PlainParquetConfiguration())
                        .withType(schema)
                        .withCompressionCodec(codec)
                        .withWriterVersion(version)
                        .withDictionaryEncoding(dictionary)
                        .withPageSize(2000)
                        .withRowGroupSize(60_000L)
                        .build()) {
            for (int i = 0; i < ROWS; i++) {
                Group g = groups.newGroup();
                text.append(row(i, g));
                writer.write(g);
            }
        }
        return text.toString();
    }

    private static String read(Path file) throws IOException {
        try (InputStream in = new ParquetInput().csv(file)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void everyWayOfPackingIsReadAlike() throws IOException {
        for (CompressionCodecName codec :
                List.of(
                        CompressionCodecName.UNCOMPRESSED,
                        CompressionCodecName.SNAPPY,
                        CompressionCodecName.GZIP,
                        CompressionCodecName.ZSTD,
                        CompressionCodecName.LZ4_RAW)) {
            for (WriterVersion version : WriterVersion.values()) {
                for (boolean dictionary : new boolean[] {true, false}) {
                    Path file =
                            folder.resolve("%s%s%s.parquet".formatted(codec, version, dictionary));
                    String text = written(file, codec, version, dictionary);
                    assertEquals(text, read(file), file.getFileName().toString());
                }
            }
        }
    }

    /** The learner's own way to a file: by its first bytes, whatever its name. */
    @Test
    void aTableIsReadByItsFirstBytes() throws IOException {
        Path file = folder.resolve("patients.data");
        written(file, CompressionCodecName.SNAPPY, WriterVersion.PARQUET_1_0, true);
        SourceTable table = SourceTable.read(file, 1);
        assertEquals(ROWS, table.rows());
        assertEquals(List.of("id", "age", "hba1c"), table.names().subList(0, 3));
        assertFalse(table.names().contains("__index_level_0__"));
        assertEquals(64, table.sha256().length());
    }

    /** Cut or changed anywhere: text or a problem in words, never another failure. */
    @Test
    void damageIsSaid() throws IOException {
        for (boolean dictionary : new boolean[] {true, false}) {
            for (WriterVersion version : WriterVersion.values()) {
                Path whole = folder.resolve("whole" + dictionary + version);
                written(whole, CompressionCodecName.ZSTD, version, dictionary);
                byte[] bytes = Files.readAllBytes(whole);
                Path file = folder.resolve("damaged.parquet");
                for (int k = 0; k < 40; k++) {
                    int at = (int) (u(k, 40) * bytes.length);
                    Files.write(file, java.util.Arrays.copyOf(bytes, at));
                    RequestException cut = assertThrows(RequestException.class, () -> read(file));
                    assertEquals("table.parquet", cut.problems().get(0).code());
                    byte[] wrong = bytes.clone();
                    // the footer is where lengths stand
                    int place = k % 2 == 0 ? at : bytes.length - 1 - (int) (u(k, 41) * 3000);
                    wrong[place] ^= (byte) (1 << k % 8);
                    Files.write(file, wrong);
                    try {
                        read(file);
                    } catch (RequestException said) {
                        assertEquals("table.parquet", said.problems().get(0).code());
                    }
                }
            }
        }
    }

    @Test
    void listsAreNoCells() throws IOException {
        Path bare = folder.resolve("bare.parquet");
        one(bare, "message m { required int32 a; repeated int32 codes; }", g -> g.add("codes", 2));
        assertEquals(
                "Cells of the column codes hold lists, which a table of one value a cell cannot.",
                problem(bare).message());
        Path usual = folder.resolve("usual.parquet");
        one(
                usual,
                """
                message m { required int32 a;
                  optional group codes (LIST) { repeated group list { optional int32 element; } }
                  optional group marks (MAP) {
                    repeated group key_value { required int32 key; optional int32 value; } } }
                """,
                g -> {});
        Problem said = problem(usual);
        assertTrue(said.message().contains("column codes, marks hold lists"), said.message());
        assertTrue(said.suggestion().contains("without these columns"), said.suggestion());
    }

    @Test
    void bytesThatAreNoTextAreSaid() throws IOException {
        Path file = folder.resolve("bytes.parquet");
        var picture = Binary.fromConstantByteArray(new byte[] {'a', 0, 1});
        one(
                file,
                "message m { required int32 a; required binary scan; }",
                g -> g.add("scan", picture));
        assertTrue(problem(file).message().contains("column scan hold bytes"));
    }

    private Problem problem(Path file) {
        return assertThrows(RequestException.class, () -> read(file)).problems().get(0);
    }

    /** A file of one row. */
    private static void one(Path file, String schema, Consumer<Group> fill) throws IOException {
        MessageType type = MessageTypeParser.parseMessageType(schema);
        try (var writer =
                ExampleParquetWriter.builder(new LocalOutputFile(file))
                        .withConf(new PlainParquetConfiguration())
                        .withType(type)
                        .build()) {
            Group g = new SimpleGroupFactory(type).newGroup();
            g.add("a", 1);
            fill.accept(g);
            writer.write(g);
        }
    }
}
