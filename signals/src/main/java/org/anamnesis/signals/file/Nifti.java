package org.anamnesis.signals.file;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a volume of 16-bit whole numbers as NIfTI-1, compressed, slice after slice. Voxels are
 * given in DICOM's order (columns to the patient's left, rows to the back, slices to the head);
 * NIfTI's axes point right, front and head, so the affine turns the first two. Source: nifti1.h
 * (NIMH, 2007), methods 2 and 3.
 */
public final class Nifti implements Closeable {
    private final OutputStream out;
    private final int voxels;
    private int left;

    /**
     * @param n rows and columns
     * @param count slices
     * @param pixel mm
     * @param step mm between slices
     * @param x of the first voxel's centre, mm to the left
     * @param y mm to the back
     * @param z mm to the head
     * @param description at most 79 letters
     */
    public Nifti(
            Path file,
            int n,
            int count,
            double pixel,
            double step,
            double x,
            double y,
            double z,
            String description)
            throws IOException {
        this.voxels = n * n;
        this.left = count;
        ByteBuffer h = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
        h.putInt(0, 348);
        short[] dim = {3, (short) n, (short) n, (short) count, 1, 1, 1, 1};
        for (int i = 0; i < 8; i++) {
            h.putShort(40 + 2 * i, dim[i]);
        }
        h.putShort(70, (short) 4); // DT_INT16
        h.putShort(72, (short) 16);
        float[] size = {1, (float) pixel, (float) pixel, (float) step, 0, 0, 0, 0};
        for (int i = 0; i < 8; i++) {
            h.putFloat(76 + 4 * i, size[i]);
        }
        h.putFloat(108, 352);
        h.putFloat(112, 1);
        h.put(123, (byte) 2); // mm
        byte[] text = description.getBytes(StandardCharsets.US_ASCII);
        h.position(148).put(text, 0, Math.min(79, text.length));
        h.putShort(252, (short) 1); // scanner coordinates, by quaternion and by matrix alike
        h.putShort(254, (short) 1);
        h.putFloat(264, 1); // half a turn about the long axis
        float[] rows = {
            (float) -pixel,
            0,
            0,
            (float) -x,
            0,
            (float) -pixel,
            0,
            (float) -y,
            0,
            0,
            (float) step,
            (float) z
        };
        h.putFloat(268, (float) -x).putFloat(272, (float) -y).putFloat(276, (float) z);
        for (int i = 0; i < 12; i++) {
            h.putFloat(280 + 4 * i, rows[i]);
        }
        h.position(344).put(new byte[] {'n', '+', '1', 0});
        this.out =
                new BufferedOutputStream(
                        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16);
        out.write(h.array());
    }

    /** The next slice. */
    public void slice(short[] values) throws IOException {
        if (values.length != voxels || left-- == 0) {
            throw new IllegalArgumentException("not a slice of this volume");
        }
        byte[] bytes = new byte[2 * voxels];
        for (int i = 0; i < voxels; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        out.write(bytes);
    }

    /** Ends the file; all slices must have come. */
    @Override
    public void close() throws IOException {
        out.close();
        if (left != 0) {
            throw new IOException(left + " slices are missing");
        }
    }
}
