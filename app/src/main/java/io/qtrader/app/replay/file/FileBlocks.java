package io.qtrader.app.replay.file;

import io.qtrader.client.TrustedRecords;
import io.qtrader.schemas.ExportedEntry;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.ZstandardCodec;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;

/**
 * The blocks of an object container file. Avro's own reader trusts what a file says of its sizes;
 * this one believes nothing that the file's length does not bear out, and says at which byte it is
 * wrong.
 */
final class FileBlocks implements AutoCloseable {

    private static final byte[] MAGIC = {'O', 'b', 'j', 1};
    private static final int LARGEST_HEADER = 1 << 20;
    private static final int LARGEST_BLOCK = 1 << 26;
    /** Two numbers of at most ten bytes each stand before a block. */
    private static final int PREFIX = 20;

    private final FileChannel file;
    private final ZstandardCodec codec = new ZstandardCodec(0, true, false);
    private FileHeader header;
    private Schema writer;
    private byte[] sync;
    private long first;
    private BinaryDecoder decoder;

    /**
     * A block's place.
     *
     * @param at its first byte
     * @param entries how many entries it says it has
     * @param data its data's first byte
     * @param size size of the data [bytes]
     */
    record Block(long at, long entries, long data, int size) {
        long end() {
            return data + size + DataFileConstants.SYNC_SIZE;
        }
    }

    /** Reads the header. */
    FileBlocks(RandomAccessFile file) throws IOException {
        TrustedRecords.allow();
        this.file = file.getChannel();
        readHeader();
    }

    FileHeader header() {
        return header;
    }

    /** Where the first block begins. */
    long first() {
        return first;
    }

    long length() throws IOException {
        return file.size();
    }

    private void readHeader() throws IOException {
        byte[] bytes = bytes(0, (int) Math.min(LARGEST_HEADER, file.size()));
        if (bytes.length < MAGIC.length || !Arrays.equals(MAGIC, Arrays.copyOf(bytes, 4))) {
            throw new DamagedFileException("it does not begin as an Avro object container file");
        }
        try {
            BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, 4, bytes.length - 4, null);
            Map<String, byte[]> meta = meta(in);
            header = FileHeader.of(meta);
            sync = new byte[DataFileConstants.SYNC_SIZE];
            in.readFixed(sync);
            first = bytes.length - in.inputStream().available();
            writer = new Schema.Parser().parse(FileHeader.text(meta, DataFileConstants.SCHEMA));
        } catch (IOException | AvroRuntimeException | NumberFormatException e) {
            throw new DamagedFileException("its header cannot be read (" + e.getMessage() + ")");
        }
    }

    private static Map<String, byte[]> meta(BinaryDecoder in) throws IOException {
        Map<String, byte[]> meta = new HashMap<>();
        for (long n = in.readMapStart(); n > 0; n = in.mapNext()) {
            for (long i = 0; i < n; i++) {
                String key = new String(bytes(in), StandardCharsets.UTF_8);
                meta.put(key, bytes(in));
            }
        }
        return meta;
    }

    private static byte[] bytes(BinaryDecoder in) throws IOException {
        ByteBuffer value = in.readBytes(null);
        byte[] bytes = new byte[value.remaining()];
        value.get(bytes);
        return bytes;
    }

    /** The block at a place; null at the end of the file. */
    Block block(long at) throws IOException {
        long left = file.size() - at;
        if (left == 0) {
            return null;
        }
        byte[] prefix = bytes(at, (int) Math.min(PREFIX, left));
        try {
            decoder = DecoderFactory.get().binaryDecoder(prefix, decoder);
            long entries = decoder.readLong();
            long size = decoder.readLong();
            long data = at + prefix.length - decoder.inputStream().available();
            if (entries < 1 || size < 1 || size > LARGEST_BLOCK) {
                throw new DamagedFileException("the block at byte " + at + " says it has "
                        + entries + " entries in " + size + " bytes");
            }
            Block block = new Block(at, entries, data, (int) size);
            if (block.end() > file.size()) {
                throw new EOFException();
            }
            if (!Arrays.equals(sync, bytes(data + size, sync.length))) {
                throw new DamagedFileException("the block at byte " + at + " does not end as it"
                        + " must");
            }
            return block;
        } catch (EOFException e) {
            throw new DamagedFileException("it is cut short: it ends at byte " + file.size()
                    + ", in the block at byte " + at);
        }
    }

    /** The entries of a block. */
    List<ExportedEntry> entries(Block block) throws IOException {
        try {
            ByteBuffer plain = codec.decompress(ByteBuffer.wrap(bytes(block.data, block.size)));
            decoder = DecoderFactory.get().binaryDecoder(plain.array(),
                    plain.arrayOffset() + plain.position(), plain.remaining(), decoder);
            SpecificDatumReader<ExportedEntry> reader = new SpecificDatumReader<>(
                    writer, ExportedEntry.SCHEMA$, SpecificData.getForClass(ExportedEntry.class));
            List<ExportedEntry> entries = new ArrayList<>();
            for (long n = 0; n < block.entries; n++) {
                entries.add(reader.read(null, decoder));
            }
            if (!decoder.isEnd()) {
                throw new IOException("bytes are left over");
            }
            return entries;
        } catch (IOException | RuntimeException e) {
            throw new DamagedFileException("the block at byte " + block.at
                    + " is not as it was written (" + e.getMessage() + ")");
        }
    }

    private byte[] bytes(long at, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, at + buffer.position()) < 0) {
                throw new EOFException();
            }
        }
        return buffer.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
