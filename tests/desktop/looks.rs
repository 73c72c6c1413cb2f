//! How text looks in the real window: what only the engine's own picture can tell.

#![allow(clippy::unwrap_used, clippy::expect_used)]

use desktop::{Start, Window};
use serde_json::Value;

/// Words whose last mark stands high, low and on tall letters, in a sentence as it is written.
const VOCALISED: &str = "نصٌّ تجريبيّ: ذهبَ أحمدُ إلى المدرسةِ، محمّد يقدّم شكوى، شكراً دجاجاً قلمٍ لاً رؤوفٌ";

/// Puts the sentence with and without marks on a white sheet, in both weights of the interface;
/// answers the boxes of their words, a list for each line. The font is there before the sheet is, so
/// that a picture with the sheet has its letters, too.
const PAINT: &str = r"
    const [marked, answer] = arguments;
    const plain = marked.replace(/[\u064b-\u0652]/gu, '');
    const weights = ['400', '600'];
    const { fontFamily } = getComputedStyle(document.body);
    const boxesOf = (line) => [...line.textContent.matchAll(/\S+/gu)].map((word) => {
      const range = document.createRange();
      range.setStart(line.firstChild, word.index);
      range.setEnd(line.firstChild, word.index + word[0].length);
      const { left, right } = range.getBoundingClientRect();
      const { top, bottom } = line.getBoundingClientRect();
      return { word: word[0], left, right, top, bottom };
    });
    const loads = weights.map((weight) => document.fonts.load(`${weight} 32px ${fontFamily}`, marked));
    Promise.all(loads).then(() => {
      const sheet = document.createElement('div');
      sheet.dir = 'rtl';
      sheet.style.cssText = 'position:fixed;inset:0;z-index:9;padding:16px;background:white;' +
        'color:black;font-size:32px;line-height:80px;white-space:nowrap';
      for (const weight of weights) {
        for (const text of [plain, marked]) {
          const line = document.createElement('div');
          line.style.fontWeight = weight;
          line.textContent = text;
          sheet.append(line);
        }
      }
      document.body.append(sheet);
      answer([...sheet.children].map(boxesOf));
    });
";

/// A picture in shades from black (0) to white (255).
struct Picture {
    width: usize,
    shades: Vec<u8>,
}

impl Picture {
    fn read(bytes: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        let shades = pixels.chunks(frame.color_type.samples()).map(|it| it[1]).collect();
        Self { width: frame.width as usize, shades }
    }

    fn shade(&self, x: usize, y: usize) -> u8 {
        self.shades[y * self.width + x]
    }
}

fn pixel(word: &Value, side: &str) -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let place = word[side].as_f64().unwrap().round() as usize;
    place
}

/// The share of a word's ink, in percent, that is still there when the word carries its marks: marks
/// only add ink, so less than nearly all means that the letters have moved.
fn share_kept(picture: &Picture, plain: &Value, marked: &Value) -> usize {
    let (mut ink, mut kept) = (0, 0);
    for y in 0..pixel(plain, "bottom") - pixel(plain, "top") {
        for x in 0..pixel(plain, "right") - pixel(plain, "left") {
            let of = |word| picture.shade(pixel(word, "left") + x, pixel(word, "top") + y);
            if of(plain) < 96 {
                ink += 1;
                kept += usize::from(of(marked) < 192);
            }
        }
    }
    assert!(ink > 20, "nothing is painted of {plain}");
    kept * 100 / ink
}

/// A picture may still show the frame before; the sheet is the only thing that is white in the corner.
async fn picture_of_the_sheet(window: &Window) -> Picture {
    for _ in 0..100 {
        let picture = Picture::read(&window.screenshot().await);
        if picture.shade(2, 2) == 255 {
            return picture;
        }
    }
    panic!("the sheet is not painted");
}

#[tokio::test]
async fn words_with_vowel_marks_stand_on_the_line() {
    let root = tempfile::tempdir().unwrap();
    let nobody = Start { platform: "http://127.0.0.1:9", root: root.path(), profile: "looks" };
    let window = Window::open(&nobody).await;
    let lines = window.paint(PAINT, VOCALISED).await;
    let picture = picture_of_the_sheet(&window).await;
    window.picture("vowel-marks").await;
    let mut moved = vec![];
    for pair in lines.as_array().unwrap().chunks(2) {
        let words = |line: &Value| line.as_array().unwrap().clone();
        for (plain, marked) in words(&pair[0]).iter().zip(&words(&pair[1])) {
            let share = share_kept(&picture, plain, marked);
            if share < 97 {
                moved.push(format!("{}: {share} %", marked["word"]));
            }
        }
    }
    window.close().await;
    assert!(moved.is_empty(), "the letters of these words have left the line: {moved:#?}");
}
