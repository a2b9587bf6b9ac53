"""Writes the PNG and JPEG vectors of this folder with pypng and Pillow, each PNG beside its pixels as raw RGBA.

Run in this folder: python make.py   (needs: pip install pypng pillow)
"""
import random
from PIL import Image
import png

WIDTH, HEIGHT = 11, 9


def spread(sample, depth):
    return sample >> 8 if depth == 16 else sample * 255 // (2**depth - 1)


def write(name, rows, pixel, **options):
    png.Writer(WIDTH, HEIGHT, **options).write(open(f"{name}.png", "wb"), rows)
    planes = len(rows[0]) // WIDTH
    pixels = [row[i : i + planes] for row in rows for i in range(0, len(row), planes)]
    with open(f"{name}.rgba", "wb") as raw:
        for samples in pixels:
            raw.write(bytes(pixel(list(samples))))


def rows_of(planes, depth, rng):
    return [[rng.randrange(2**depth) for _ in range(WIDTH * planes)] for _ in range(HEIGHT)]


def make_png(interlace):
    rng = random.Random(7)
    kind = "adam7" if interlace else "plain"
    for depth in (1, 2, 4, 8, 16):
        rows = rows_of(1, depth, rng)
        key = rows[3][4]
        grey = lambda s: [spread(s[0], depth)] * 3 + [255]
        keyed = lambda s: [spread(s[0], depth)] * 3 + [0 if s[0] == key else 255]
        options = dict(greyscale=True, bitdepth=depth, interlace=interlace)
        write(f"grey-{depth}bit-{kind}", rows, grey, **options)
        write(f"grey-{depth}bit-transparent-colour-{kind}", rows, keyed, transparent=key, **options)
    for depth in (8, 16):
        options = dict(bitdepth=depth, interlace=interlace)
        rows = rows_of(3, depth, rng)
        key = tuple(rows[2][3:6])
        write(f"truecolour-{depth}bit-{kind}", rows, lambda s: [spread(v, depth) for v in s] + [255], greyscale=False, **options)
        write(
            f"truecolour-{depth}bit-transparent-colour-{kind}",
            rows,
            lambda s: [spread(v, depth) for v in s] + [0 if tuple(s) == key else 255],
            greyscale=False,
            transparent=key,
            **options,
        )
        rows = rows_of(2, depth, rng)
        write(
            f"grey-alpha-{depth}bit-{kind}",
            rows,
            lambda s: [spread(s[0], depth)] * 3 + [spread(s[1], depth)],
            greyscale=True,
            alpha=True,
            **options,
        )
        rows = rows_of(4, depth, rng)
        write(f"truecolour-alpha-{depth}bit-{kind}", rows, lambda s: [spread(v, depth) for v in s], greyscale=False, alpha=True, **options)
    for depth in (1, 2, 4, 8):
        rows = rows_of(1, depth, rng)
        opaque = [tuple(rng.randrange(256) for _ in range(3)) for _ in range(2**depth)]
        mixed = [colour + (rng.randrange(256),) if i < 3 else colour for i, colour in enumerate(opaque)]
        for name, palette in (("palette", opaque), ("palette-alpha", mixed)):
            pixel = lambda s: (list(palette[s[0]]) + [255])[:4]
            write(f"{name}-{depth}bit-{kind}", rows, pixel, palette=palette, bitdepth=depth, interlace=interlace)


def make_jpeg():
    """A red, a green, a blue and a white quarter, stored in each of the eight Exif orientations."""
    upright = Image.new("RGB", (32, 16))
    for corner, colour in (((0, 0), "red"), ((16, 0), "lime"), ((0, 8), "blue"), ((16, 8), "white")):
        upright.paste(colour, (*corner, corner[0] + 16, corner[1] + 8))
    turns = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    for orientation, steps in turns.items():
        stored = upright
        for step in steps:
            stored = stored.transpose(step)
        exif = Image.Exif()
        exif[274] = orientation
        exif[270] = "Secret Place"
        stored.save(f"orientation-{orientation}.jpg", quality=95, subsampling=0, exif=exif)
    upright.save("progressive.jpg", progressive=True, comment=b"Secret Place")
    upright.convert("L").save("grey.jpg")
    upright.convert("CMYK").save("cmyk-adobe.jpg", quality=95)


make_png(False)
make_png(True)
make_jpeg()
