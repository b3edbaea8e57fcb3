/**
 * A journal in one file: an Avro object container file (codec zstandard) of {@code ExportedEntry},
 * which any Avro tool reads. Its header says whose journal it is and how many entries each partition
 * has, so that a file cut short is noticed; a checksum guards the header, another each block.
 */
package io.qtrader.app.replay.file;
