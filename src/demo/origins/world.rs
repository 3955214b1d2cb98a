//! Names of Africa, Asia and the Americas.

use super::Custom::{Father, FatherAndGrandfather, Single, Two};
use super::Origin;

pub(super) const ORIGINS: &[Origin] = &[
    Origin::of(
        "SO",
        5,
        "so+ar sw",
        [
            "Cabdi, Maxamed, Xasan, Yuusuf, Cali, Cumar, Axmed, Ismaaciil, Warsame, Guuleed, Faarax",
            "Caasha, Faadumo, Xaliimo, Sahra",
            "",
        ],
    )
    .by(FatherAndGrandfather),
    Origin::of(
        "ER",
        4,
        "ti+ar am",
        [
            "Yohannes, Tesfay, Mehari, Kidane, Gebrehiwet, Berhane, Filmon, Tekle, Habtom, Ḥagos, Zär’ay",
            "Lettebrhan, Ṣegay, Mebrat, Selam",
            "",
        ],
    )
    .by(Father)
    .written("ዮሃንስ/ተስፋይ, ሰላም/ኪዳነ"),
    Origin::of(
        "ET",
        2,
        "am om ti+om",
        ["Abebe, Dawit, Getachew, Girma, Tolosa, Mulugeta, Yared, Ṭilahun", "Hirut, Ṣähay, Almaz", ""],
    )
    .by(Father),
    Origin::of("SD", 2, "ar", ["ʿUthmān, al-Ṭayyib, ʿAbd al-Raḥmān, Mūsā, Ḥāmid, Isḥāq", "Fāṭima, Amīra", ""])
        .by(FatherAndGrandfather),
    Origin::of(
        "NG",
        4,
        "en yo ig ha+yo",
        [
            "Olúwaṣeun, Babátúndé, Adébáyọ̀, Chukwuemeka, Ọláyínká, Ifeanyị, Ikechukwu, Musa, Emeka",
            "Ngọzi, Fọláṣadé, Adaeze",
            "Adéwálé, Ọkọnkwọ, Okafor, Ògúnbánjọ, Nwachukwu, Ṣóyínká-Bello, Danjuma, Ẹkúndayọ̀",
        ],
    ),
    Origin::of(
        "GH",
        1,
        "ak en+en",
        [
            "Kwame, Kofi, Kwabena, Yaw, Emmanuel, Kwadwo",
            "Akosua, Abena, Ama",
            "Mensah, Owusu, Asante, Boateng, Agyeman, Edusei",
        ],
    ),
    Origin::of(
        "GM",
        1,
        "wo en+en",
        ["Lamin, Ousman, Ebrima, Modou, Buba", "Fatou, Isatou", "Jallow, Ceesay, Touray, N’Jie, Sanneh"],
    ),
    Origin::of(
        "SN",
        1,
        "wo fr+fr",
        ["Mamadou, Ousmane, Abdoulaye, Cheikh, Biram", "Aïssatou, Adja", "N’Diaye, Diop, Sène, Faye, Ndiaye-Guèye"],
    ),
    Origin::of(
        "CD",
        1,
        "ln fr sw+fr",
        [
            "Jean-Bosco, Dieudonné, Trésor, Espérant, Héritier",
            "Béatrice, Divine, Grâce",
            "Kabongo, Mutombo, Ilunga, Tshibangu, M’Bala, Ngoy",
        ],
    ),
    Origin::of(
        "RW",
        1,
        "rw fr+sw",
        [
            "Jean de Dieu, Emmanuel, Innocent, Théogène",
            "Immaculée, Chantal",
            "Habimana, Nsengiyumva, Uwimana, Mukamana",
        ],
    ),
    Origin::of(
        "KE",
        1,
        "sw en+en",
        [
            "Kamau, Otieno, Mwangi, Kiprop, Brian",
            "Wanjikũ, Akinyi",
            "Wairimũ, Ng’ang’a, Odhiambo, Kiplagat, Gĩthĩnji, Mũthoni",
        ],
    ),
    Origin::of(
        "MA",
        4,
        "ar zgh+fr es",
        [
            "Youssef, Mohamed, Hicham, Rachid, Abdelilah, Saïd, Noureddine, Driss",
            "Naïma, Khadija, Aïcha",
            "El Idrissi, Benjelloun, Aït Benhaddou, Ouazzani, Naïmi, Bouzïd, El Fassi",
        ],
    ),
    Origin::of(
        "DZ",
        2,
        "ar kab+fr",
        [
            "Abdelkader, Mouloud, Kamel, Réda, Aïssa, Yacine",
            "Nadia, Djamila, Zoulikha",
            "Benali, Boumédiène, Aït Ahmed, Mansouri, Ben Saïd, Mezïani",
        ],
    ),
    Origin::of(
        "TN",
        1,
        "ar+fr it",
        ["Aymen, Slim, Bilel, Moncef, Tarek", "Olfa, Rym", "Ben Youssef, Trabelsi, Gharbi, M’Barek, Chaïeb"],
    ),
    Origin::of(
        "EG",
        1,
        "ar",
        ["Aḥmad, Maḥmūd, Muṣṭafā, Girgis, Karīm", "Nūr, Hālah", "ʿAbd al-ʿAzīz, al-Sayyid, Ḥasanayn, Ghālī, al-Qāḍī"],
    )
    .written("أحمد/عبد العزيز"),
    Origin::of(
        "SY",
        4,
        "ar kmr+tr",
        [
            "Khālid, Muḥammad, Yāsīn, Usāma, Ṭāriq, Ḍiyāʾ, ʿUmar, Ġassān",
            "Rīm, Hudā, Ẓarīfa",
            "al-Ḥusaynī, al-Aṭrash, Ḥaddād, al-Ṣabbāġ, Qaṣṣāb, al-Ḫaṭīb, Šaʿbān",
        ],
    )
    .written("خالد/الحسيني, عمر/حداد"),
    Origin::of(
        "IQ",
        4,
        "ar ckb+ckb",
        [
            "Haydar, ʿAbbās, Karwan, Rêbaz, Muḥannad, Bestûn, Sîrwan",
            "Şîlan, Zaynab, Bêrîvan",
            "al-Jubūrī, al-Zubaydī, Barzanî, Hewramî, al-Dulaymī, Caf, Şêxanî",
        ],
    )
    .written("كاروان/بارزاني"),
    Origin::of(
        "IR",
        3,
        "fa ckb az+az",
        [
            "Rezā, Behrūz, Dāryūsh, Mohammad-Alī, Kāmrān, Sīyāvash",
            "Shīrīn, Pārisā",
            "Hoseynī, Ahmadī, Rezāyī, Kāzemzādeh, Ṭabāṭabāʾī, Jalālī-Nežād",
        ],
    ),
    Origin::of(
        "AF",
        4,
        "prs ps uz+fa",
        [
            "Nūr Muḥammad, Ḥamīdullāh, Zalmay, Gul Agha, Ǧāwīd, Sāmīm",
            "Ẓarghūna, Farīda",
            "Aḥmadzay, Ḥaydarī, Nūrzay, Stānikzay, Qāderī",
        ],
    )
    .by(Single),
    Origin::of(
        "PK",
        2,
        "ur pa+pa",
        [
            "Muhammad Bilāl, Imrān, Ghulām Rasūl, Tāriq, Usmān",
            "Āsiya, Parvīn",
            "Chaudhry, Malik, Bhaṭṭī, Qureshī, Awān, Khān",
        ],
    ),
    Origin::of(
        "LB",
        1,
        "ar+fr",
        ["Élie, Rami, Charbel, Ḥusayn", "Rana, Joëlle", "Khoury, Haddad, Frangié, Ṣafā, Geagea"],
    ),
    Origin::of(
        "PS",
        2,
        "ar+he",
        ["Maḥmūd, Sāmī, Iyād, Nāʾil", "Līnā, Suhā", "Abū ʿĪsā, al-Maṣrī, Ḥamdān, an-Naǧǧār, Abū Sharkh"],
    ),
    Origin::of(
        "IN",
        1,
        "hi pa ta+en",
        ["Gurpreet, Rāhul, Kṛṣṇa, Harjīt, Murugaṉ", "Lakṣmī, Sunītā", "Siṅgh, Sharmā, Paṭel, Iyer, Kaur-Gill"],
    ),
    Origin::of(
        "LK",
        2,
        "ta si+en",
        [
            "Sivakumāran, Nimal, Pirapāharaṉ, Chaminda, Rāghavan",
            "Meenā, Kumāri",
            "Thiruchelvam, Perera, de Silva, Selvarājah, Wickramasiṅghe",
        ],
    ),
    Origin::of(
        "BD",
        1,
        "bn+hi",
        ["Md. Rafiqul, Shāhjāhān, Tanvīr, Kāmāl", "Nāsrīn, Rokeyā", "Islām, Hossain, Miāh, Chowdhury, Ahmed"],
    ),
    Origin::of(
        "VN",
        5,
        "vi",
        [
            "Văn Hùng, Đức Thắng, Quốc Việt, Minh Tuấn, Hữu Phước, Ngọc Sơn, Trọng Nghĩa, Bảo Quý, Tiến Dũng, Khắc Kỷ",
            "Thị Thảo, Thị Hồng Nhung, Mỹ Lệ",
            "Nguyễn, Trần, Lê, Phạm, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Huỳnh, Vũ, Mẫn",
        ],
    ),
    Origin::of(
        "CN",
        2,
        "zh+zh",
        [
            "Wei, Jūn, Guóqiáng, Xiǎomíng, Lǜyáng, Zhìyuǎn",
            "Xiùyīng, Mèng, Lìhuá",
            "Li, Wáng, Zhāng, Lǚ, Ōuyáng, Chén, Xǔ",
        ],
    )
    .written("伟/李, 国强/欧阳"),
    Origin::of(
        "MN",
        1,
        "mn+ru",
        [
            "Batbayar, Gantulga, Mönkhbat, Enkhbold, Tömörbaatar",
            "Oyuunchimeg, Sarnai",
            "Dorj, Bat-Erdene, Gantömör, Sükhbaatar, Ochir",
        ],
    )
    .by(Father),
    Origin::of(
        "KZ",
        1,
        "kk ru+ru",
        [
            "Nūrlan, Äset, Däulet, Ğani, Oljas",
            "Äigül, Saule",
            "Äbdirov/Äbdirova, Nūrğaliev/Nūrğalieva, Öteğenov/Öteğenova, Jūmabaev/Jūmabaeva",
        ],
    ),
    Origin::of(
        "UZ",
        1,
        "uz ru+ru tg",
        [
            "Ulugʻbek, Botir, Shuhrat, Doʻstmurod, Oʻtkir",
            "Gulnora, Moʻtabar",
            "Yoʻldoshev/Yoʻldosheva, Toʻraqulov/Toʻraqulova, Gʻaniyev/Gʻaniyeva, Karimov/Karimova",
        ],
    ),
    Origin::of(
        "ID",
        2,
        "id jv+en",
        ["Suharjo, Budi, Wayan, Agus, Slamet, Bambang", "Sriyani, Dewi, Ketut", "Santoso, Wibowo, Hartono, Nasution"],
    )
    .by(Single),
    Origin::of(
        "PH",
        2,
        "fil ceb+en",
        [
            "Rodrigo, Jun-Jun, Niño, Ramil, Efren, José Rizalino",
            "Maricel, Luz, Concepción",
            "Dela Cruz, Muñoz, Bautista, Peñaflor, Macaraeg, Santos",
        ],
    ),
    Origin::of(
        "TH",
        1,
        "th",
        ["Somchai, Anuwat, Kittisak", "Ratana, Phōnthip", "Saetang, Wōngsuwan, Chaiyaphon, Phromsīdā"],
    )
    .written("สมชาย/วงศ์สุวรรณ"),
    Origin::of(
        "BR",
        3,
        "pt+es",
        [
            "João Pedro, Antônio, Zé Carlos, Wanderléi, Fábio, Ubiratã",
            "Conceição, Luíza, Thaís",
            "da Silva, Gonçalves, Araújo, Conceição, dos Anjos, Guimarães, Brandão",
        ],
    )
    .by(Two),
    Origin::of(
        "CO",
        3,
        "es",
        [
            "Andrés, Jhon Jairo, Óscar, Yeison, Iván, Fabián",
            "Yenny, Ángela, Maribel",
            "Rodríguez, Quiñones, Ordóñez, Peñaranda, Mejía, Gutiérrez",
        ],
    )
    .by(Two),
    Origin::of(
        "DO",
        1,
        "es+en",
        [
            "Héctor, Wilkín, Yunior, Ramón, Moisés",
            "Yokasta, Altagracia",
            "Núñez, Báez, Peña, Ureña, de la Rosa, Polanco",
        ],
    )
    .by(Two),
    Origin::of(
        "PE",
        1,
        "es qu+qu",
        [
            "Wilmer, César, Inti, Ñaupari, Edwín",
            "Rosa Elvira, Úrsula",
            "Quispe, Mamani, Huamán, Ñahui, Chávez, Yupanqui",
        ],
    )
    .by(Two),
    Origin::of(
        "CU",
        1,
        "es+ru",
        ["Yoandry, Lázaro, Reinier, Osmaný", "Yaíma, Mislaidys", "Céspedes, Güira, Valdés, Ibáñez, Pérez"],
    )
    .by(Two),
    Origin::of(
        "JM",
        1,
        "en",
        ["Delroy, Winston, Kemar, Andre", "Shanique, Marva", "Campbell, Brown-Lewis, McKenzie, Grant"],
    ),
];
